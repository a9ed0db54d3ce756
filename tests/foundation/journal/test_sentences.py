"""An event in its room's words, also one that was erased or that the room does not know any more."""

from datetime import UTC, datetime
from typing import Any

import pytest

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import ERASED, in_a_drill, sentence

SENTENCES = {"patrol.ended": lambda payload: f"结束，{payload['note']}"}


def moment(kind: str, payload: dict[str, Any] | None) -> Moment:
    return Moment(1, kind, "沈禾", "执法队", None, datetime(2026, 11, 22, tzinfo=UTC), "", payload, None)


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("patrol.ended", {"note": "平安"}, "结束，平安"),
        ("patrol.ended", None, ERASED),
        ("patrol.of_an_older_version", {}, "patrol.of_an_older_version"),
    ],
)
def test_an_event_is_told_in_the_rooms_words(kind: str, payload: dict[str, Any] | None, words: str) -> None:
    assert sentence(moment(kind, payload), SENTENCES) == words


def test_a_drill_says_so_and_what_was_erased_says_nothing_of_it() -> None:
    told = [in_a_drill("首报", payload) for payload in ({"exercise": True}, {"exercise": False}, {}, None)]
    assert told == ["【演练】首报", "首报", "首报", "首报"]
