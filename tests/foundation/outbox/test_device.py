"""What a device says of itself: what cannot be read counts as not said."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from backend.foundation.outbox import Device, Sender, read_device
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")
PHONE = "0190b7c0-0000-7000-8000-000000000001"


def sender(**headers: str) -> Sender:
    somebody = Person(
        id=UUID(int=1),
        username="duiyuan",
        name="沈禾",
        position="执法队员",
        unit_id=UUID(int=2),
        unit_code="sfz-zfd",
        unit_name="综合行政执法队",
        unit_kind="affiliated",
        county_id=UUID(int=3),
        township_id=UUID(int=4),
        township_name="示范镇",
        profile="eshan",
        roles=frozenset({"officer"}),
        demo=True,
    )
    return Sender(somebody, read_device({"liandong-sent-at": headers.get("sent_at", "")}, NOON), NOON)


def test_a_device_and_its_clock_are_read() -> None:
    device = read_device({"liandong-device": PHONE, "liandong-sent-at": "2026-11-20T12:00:10+08:00"}, NOON)
    assert (device.id, device.offset_s) == (UUID(PHONE), 10.0)


@pytest.mark.parametrize("said", ["", "noon", "2026-11-20T12:00:00", "0001-01-01T00:00:00+14:00"])
def test_a_clock_that_cannot_be_read_was_not_said(said: str) -> None:
    offset = read_device({"liandong-sent-at": said}, NOON).offset_s
    assert offset is None or offset < 0


@pytest.mark.parametrize(("offset_s", "trusted"), [(None, True), (300, True), (-300, True), (301, False)])
def test_five_minutes_are_believed(offset_s: float | None, trusted: bool) -> None:
    told = replace(sender(), device=Device(None, offset_s))
    assert told.device.is_clock_trusted() == trusted
    said = NOON - timedelta(hours=1)
    assert told.acted_at(said) == (said if trusted else NOON)


def test_a_moment_is_put_right_by_what_the_clock_was_ahead() -> None:
    ahead = sender(sent_at="2026-11-20T14:00:00+08:00")
    assert ahead.put_right(NOON + timedelta(hours=1)) == NOON - timedelta(hours=1)
    assert ahead.put_right(None) == NOON


@pytest.mark.parametrize(("minutes", "future"), [(5, False), (6, True)])
def test_the_future_begins_five_minutes_ahead(minutes: int, future: bool) -> None:
    assert sender().is_future(NOON + timedelta(minutes=minutes)) == future


def test_what_has_not_come_is_refused_under_the_name_of_its_field() -> None:
    sender().happened(None)
    sender().happened(NOON)
    for field in ("at", "taken_at"):
        with pytest.raises(Refusal) as refused:
            sender().happened(NOON + timedelta(hours=1), field)
        assert (refused.value.code, refused.value.fields) == ("time_in_future", {field: "还没有到这个时间"})


@pytest.mark.parametrize(
    ("made_before_sent", "offset_h"),
    [
        (timedelta(minutes=-5), 0),
        (timedelta(hours=-3), 3),
        (timedelta(days=30), 0),
        (timedelta(days=31), -31 * 24),
    ],
)
def test_a_clock_put_right_between_making_and_sending_is_found_out(
    made_before_sent: timedelta, offset_h: int
) -> None:
    said = {"liandong-sent-at": NOON.isoformat(), "liandong-made-at": (NOON - made_before_sent).isoformat()}
    assert read_device(said, NOON).offset_s == offset_h * 3600


@pytest.mark.parametrize("ahead_h", [0, 3])
@pytest.mark.parametrize(
    ("after", "doubted"),
    [
        (timedelta(minutes=5), False),
        (timedelta(minutes=6), True),
        (timedelta(days=-30), False),
        (timedelta(days=-31), True),
    ],
)
def test_a_moment_its_own_clock_cannot_have_shown_makes_a_clock_doubtful(
    ahead_h: int, after: timedelta, doubted: bool
) -> None:
    shown = NOON + timedelta(hours=ahead_h)
    told = sender(sent_at=shown.isoformat())
    assert (told.doubting(shown + after) != told) is doubted
    assert told.doubting(None) == told


def test_when_it_was_made_says_nothing_of_a_clock_that_is_not_told() -> None:
    assert read_device({"liandong-made-at": (NOON + timedelta(hours=3)).isoformat()}, NOON).offset_s is None


@pytest.mark.parametrize("sent_at", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_a_clock_from_another_age_leaves_moments_in_the_calendar(sent_at: str) -> None:
    told = sender(sent_at=sent_at)
    assert not told.device.is_clock_trusted()
    assert 1900 < told.put_right(NOON).year < 2100
