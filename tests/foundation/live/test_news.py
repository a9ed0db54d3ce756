import json
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.live.news import Line, news_of, position_of, position_text, unheard

CODES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,31}", fullmatch=True)
POSITIONS = st.dictionaries(CODES, st.integers(0, 10**17), min_size=1, max_size=30)


@given(POSITIONS)
def test_a_position_is_read_as_it_was_written(heard: dict[str, int]) -> None:
    assert position_of(position_text(heard.items()).decode()) == heard


@given(st.text())
def test_whatever_somebody_sends_as_a_position_is_read_or_refused(text: str) -> None:
    found = position_of(text)
    assert found is None or all(isinstance(seq, int) for seq in found.values())


@pytest.mark.parametrize(
    "text", ["", "sfz", "sfz:", ":7", "sfz:-1", "sfz:7,", "sfz:7;lz:8", "SFZ:7", "sfz:" + "9" * 19]
)
def test_what_is_no_position_of_ours_is_told_apart(text: str) -> None:
    assert position_of(text) is None


def test_a_message_holds_ids_only() -> None:
    line = Line("patrol", UUID(int=7), "patrol.filed", 3, "sfz", 41)
    name, data = news_of(line, frozenset({"x"}), "patrol.read").data.decode().strip().split(": ", 1)
    assert (name, json.loads(data)) == (
        "data",
        {
            "kind": "patrol",
            "id": str(UUID(int=7)),
            "event": "patrol.filed",
            "version": 3,
            "township": "sfz",
            "seq": 41,
        },
    )


def test_what_nobody_hears_of_still_has_its_place() -> None:
    assert (unheard(5).seq, unheard(5).tokens) == (5, frozenset())
