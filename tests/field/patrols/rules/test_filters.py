from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.patrols.rules.filters import NAMES, Filters, read_filters
from backend.foundation.refusals import Refusal


def test_what_is_not_asked_narrows_nothing() -> None:
    assert read_filters({}) == Filters()
    assert (Filters().pairs(), Filters().address(), Filters().count) == ([], "", 0)


def test_an_address_says_what_is_set_and_is_read_back() -> None:
    filters = Filters(since=date(2026, 11, 1), unit="sfz-pcs", q="下坝 大桥")
    assert filters.pairs() == [("from", "2026-11-01"), ("unit", "sfz-pcs"), ("q", "下坝 大桥")]
    assert read_filters(dict(filters.pairs())) == filters


def test_an_address_takes_changes() -> None:
    assert (
        Filters(since=date(2026, 11, 1), kind="joint").address(since=None, state="done")
        == "kind=joint&state=done"
    )


def test_other_parameters_are_left_alone() -> None:
    assert read_filters({"cursor": "x", "utm": "y"}) == Filters()


def test_space_around_is_no_word() -> None:
    assert read_filters({"q": "  下坝 ", "place": " "}) == Filters(q="下坝")


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ({"from": "2026-02-30"}, ["from"]), ({"until": "20261123x"}, ["until"]), ({"from": "1969-12-31"}, ["from"]),
        ({"until": "2201-01-01"}, ["until"]), ({"from": "2026-11-02", "until": "2026-11-01"}, ["until"]),
        ({"kind": "walk", "state": "open"}, ["kind", "state"]), ({"q": "字" * 61}, ["q"]), ({"place": "a\nb"}, ["place"]),
        ({"officer": "\ud800"}, ["officer"]),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_by_field(asked: dict[str, str], fields: list[str]) -> None:
    with pytest.raises(Refusal) as refused:
        read_filters(asked)
    assert (refused.value.code, list(refused.value.fields)) == ("invalid", fields)


def test_a_span_of_one_day_is_no_fault() -> None:
    assert read_filters({"from": "2026-11-01", "until": "2026-11-01"}).count == 2


def read(asked: dict[str, str]) -> Filters | None:
    try:
        return read_filters(asked)
    except Refusal as refusal:
        return None if refusal.code == "invalid" else pytest.fail(refusal.code)


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=80)))
def test_any_text_is_read_or_refused(asked: dict[str, str]) -> None:
    filters = read(asked)
    assert filters is None or read(dict(filters.pairs())) == filters
