"""The same case under each of the five texts: when it is due, and whether that can be moved. One row a clause."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.casework.handoffs.rules import limits
from backend.casework.handoffs.rules.ongoing import Notice
from backend.foundation.mechanism import Limit, load_profile
from backend.foundation.refusals import Refusal
from backend.foundation.workdays import calendar_for, due
from tests.casework.handoffs.rules.places import FRIDAY, PLACES, C, E, S, Y, Z


def due_of(place: str, limit: Limit | None, start: datetime = FRIDAY) -> str | None:
    """The last moment of a limit, by the place's own calendar."""
    if limit is None:
        return None
    return due(limit.term, start, calendar_for(load_profile(place).region)).at.isoformat()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Y, "2026-11-25T23:59:59+08:00"),
        (Z, "2026-11-25T23:59:59+08:00"),
        (E, "2026-11-25T23:59:59+08:00"),
        (S, "2026-11-25T23:59:59+08:00"),
        (C, "2026-11-27T23:59:59+08:00"),
    ],
)
def test_the_transfer_is_due(place: str, expected: str) -> None:
    limit = limits.transfer_limit(load_profile(place), "out", urgent=False)
    assert due_of(place, limit) == expected


@pytest.mark.parametrize("place", PLACES)
def test_an_urgent_one_within_24_hours_everywhere(place: str) -> None:
    limit = limits.transfer_limit(load_profile(place), "in", urgent=True)
    assert due_of(place, limit) == "2026-11-21T16:40:00+08:00"


@pytest.mark.parametrize("place", PLACES)
def test_the_hand_over_to_a_station_has_no_transfer_limit(place: str) -> None:
    assert limits.transfer_limit(load_profile(place), "stationed", urgent=False) is None


@pytest.mark.parametrize(
    ("place", "expected"), [(Y, None), (Z, None), (E, None), (S, None), (C, "2026-11-27T23:59:59+08:00")]
)
def test_the_answer_is_due(place: str, expected: str | None) -> None:
    assert due_of(place, load_profile(place).in_force(limits.ACCEPTANCE)) == expected


@pytest.mark.parametrize(
    ("place", "basis"), [(Y, "local"), (Z, "local"), (E, "per_case"), (S, "local"), (C, "local")]
)
def test_a_limit_for_the_result_is_the_cases_own_by_the_clause_of_eshan_only(place: str, basis: str) -> None:
    limit = limits.result_limit(load_profile(place), "stationed", 10)
    assert limit is not None
    assert (limit.amount, limit.basis) == (10, basis)
    assert limits.result_limit(load_profile(place), "stationed", None) is None


@pytest.mark.parametrize("place", PLACES)
def test_the_township_may_agree_on_a_limit_for_the_answer_where_the_text_has_none(place: str) -> None:
    limit = limits.acceptance_limit(load_profile(place), 3)
    assert limit is not None
    assert (limit.amount, limit.local, limit.clause) == (
        (5, False, "C二(四)2") if place == C else (3, True, "")
    )
    assert (limits.acceptance_limit(load_profile(place), 0) is None) == (place != C)


@pytest.mark.parametrize("place", PLACES)
def test_and_on_one_for_the_result(place: str) -> None:
    limit = limits.result_limit(load_profile(place), "out", None, 30)
    assert limit is not None
    assert (limit.amount, limit.local) == (30, True)
    own = limits.result_limit(load_profile(place), "out", 10, 30)
    assert own is not None
    assert own.amount == 10


def test_between_bodies_even_eshan_sets_no_limit_for_the_result() -> None:
    limit = limits.result_limit(load_profile(E), "out", 10)
    assert limit is not None
    assert limit.local


EXTENSION = limits.Extension(
    FRIDAY + timedelta(days=2), "调查核实", Notice(FRIDAY + timedelta(days=1), ("沈禾",), "电话")
)
IN_TIME: dict[str, Any] = {
    "urgent": False,
    "extended": False,
    "first": True,
    "late_from": FRIDAY + timedelta(days=7),
}


def test_changjiang_extends_to_ten_working_days_in_all() -> None:
    total = limits.extend(load_profile(C), "draft", EXTENSION, **IN_TIME)
    assert due_of(C, total) == "2026-12-04T23:59:59+08:00"


@pytest.mark.parametrize(
    ("place", "quote"),
    [
        (Y, "依力克其乡机制 二（五）：应当在3个工作日内移送给有管辖权的一方处理"),
        (Z, "三（一）2：应当在３个工作日内移送给有管辖权的一方处理"),
        (E, "协调联动机制 二（四）：应当在3个工作日内移送给有管辖权的一方处理"),
        (S, "三（一）2：应当在３个工作日内移送给有管辖权的一方处理"),
    ],
)
def test_elsewhere_there_is_no_extension(place: str, quote: str) -> None:
    with pytest.raises(Refusal) as refused:
        limits.extend(load_profile(place), "draft", EXTENSION, **IN_TIME)
    assert refused.value.code == "extension_not_available"
    assert refused.value.clause.endswith(quote)


@pytest.mark.parametrize(
    ("changes", "asked", "code"),
    [
        ({"urgent": True}, EXTENSION, "extension_not_for_urgent"),
        ({"extended": True}, EXTENSION, "already_extended"),
        ({"first": False}, EXTENSION, "extension_not_available"),
        ({"late_from": EXTENSION.at}, EXTENSION, "extension_too_late"),
        ({"late_from": None}, EXTENSION, "extension_too_late"),
        ({}, replace(EXTENSION, ground="  "), "extension_ground_missing"),
        ({}, replace(EXTENSION, notice=None), "extension_notice_missing"),
    ],
)
def test_changjiang_extends_once_in_time_with_ground_and_notice(
    changes: dict[str, Any], asked: limits.Extension, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        limits.extend(load_profile(C), "draft", asked, **(IN_TIME | changes))
    assert refused.value.code == code
    assert "昌府办字〔2024〕52号 二（四）2" in refused.value.clause


def test_one_microsecond_before_it_is_late_it_may_still_be_extended() -> None:
    last = EXTENSION.at + timedelta(microseconds=1)
    total = limits.extend(load_profile(C), "approved", EXTENSION, **(IN_TIME | {"late_from": last}))
    assert total.amount == 10


def test_what_has_left_is_not_extended() -> None:
    with pytest.raises(Refusal) as refused:
        limits.extend(load_profile(C), "sent", EXTENSION, **IN_TIME)
    assert refused.value.code == "handoff_already_sent"


def test_the_other_side_is_told_before_and_not_after() -> None:
    late = replace(EXTENSION, notice=Notice(EXTENSION.at + timedelta(minutes=1), ("沈禾",), "电话"))
    limits.told_beforehand(EXTENSION)
    with pytest.raises(Refusal) as refused:
        limits.told_beforehand(late)
    assert refused.value.code == "times_crossed"


@pytest.mark.parametrize(
    ("later", "reason", "code"),
    [
        (timedelta(0), "", None),
        (timedelta(hours=2), "", None),
        (timedelta(days=1), "", "discovery_reason_needed"),
        (timedelta(days=1), "鉴定后才知道", None),
        (timedelta(minutes=-1), "", "discovery_before_finding"),
    ],
)
def test_the_limit_starts_when_it_was_found_or_later_with_a_reason(
    later: timedelta, reason: str, code: str | None
) -> None:
    discovered = FRIDAY + later
    days = (discovered.date(), FRIDAY.date())
    if code is None:
        limits.discovery(discovered, FRIDAY, reason, days=days)
        return
    with pytest.raises(Refusal) as refused:
        limits.discovery(discovered, FRIDAY, reason, days=days)
    assert refused.value.code == code


def test_within_the_minute_it_was_found_is_not_before_it() -> None:
    found = FRIDAY.replace(second=35)
    limits.discovery(FRIDAY, found, "", days=(FRIDAY.date(), FRIDAY.date()))
    before = FRIDAY - timedelta(microseconds=1)
    with pytest.raises(Refusal, match="discovery_before_finding"):
        limits.discovery(before, found, "", days=(FRIDAY.date(), FRIDAY.date()))
