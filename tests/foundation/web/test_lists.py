"""Lists over the API: a page at a time, narrowed by one word."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind, paged, read_states

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
GROUPS = {"open": frozenset({"told", "received"}), "ended": frozenset({"closed"})}
STATES = {"told": "已通报", "received": "已签收", "closed": "已办结"}


def place(number: int) -> tuple[datetime, UUID]:
    return NOON - timedelta(minutes=number), UUID(int=number)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_nothing_goes_on_where_no_more_than_a_page_was_found(count: int) -> None:
    assert paged(range(count), 3, place) == (range(count), None)


def test_where_one_more_was_found_the_next_page_goes_on_behind_the_last_shown() -> None:
    page, more = paged(range(4), 3, place)
    assert (list(page), more) == ([0, 1, 2], Cursor(*place(2)))
    assert behind(more, "h.told_at, h.id") == (" AND (h.told_at, h.id) < (?, ?)", list(place(2)))
    assert behind(None, "h.told_at, h.id") == ("", [])


@pytest.mark.parametrize(
    ("word", "states"),
    [("", None), ("open", {"told", "received"}), ("ended", {"closed"}), ("told", {"told"})],
)
def test_a_list_is_narrowed_to_a_group_of_states_or_to_one(word: str, states: set[str] | None) -> None:
    assert read_states(word, GROUPS, STATES) == states


def test_a_state_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(Refusal) as refused:
        read_states("opened", GROUPS, STATES)
    assert refused.value.fields == {"state": "可用：open、ended、told、received、closed"}
