"""When a version may begin, and which paper it needs."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from backend.office.matters.rules.content import content_faults, saying_faults
from backend.office.matters.rules.matter import Basis, Content, Named, Paper, Tier
from backend.office.matters.rules.versions import Draft, Last, starts_at, step, version_faults

NOW = datetime.fromisoformat("2026-11-20T15:00:00+08:00")
TODAY = date(2026, 11, 20)
TOWN, CITY = Named("示范镇人民政府", uuid4()), Named("县城市管理局", uuid4())
OWN = frozenset([UUID(str(TOWN.unit))])
PAPER = Paper("关于赋权的决定", "示政发〔2026〕6号", TODAY)


def content(standing: str = "kept", punishing: Named = CITY, **changes: object) -> Content:
    given: dict[str, object] = {
        "name": "擅自摆摊", "field": "市容环卫", "standing": standing, "basis": (Basis("城乡规划法"),),
        "supervising": CITY, "punishing": punishing,
    }  # fmt: skip
    return Content(**(given | changes))  # type: ignore[arg-type]


def last(standing: str = "granted", day: date = date(2025, 1, 1), punishing: Named = TOWN) -> Last:
    return Last(1, day, datetime.fromisoformat(f"{day}T00:00:00+08:00"), content(standing, punishing), PAPER)


def faults(
    wanted: Content, before: Last | None = None, day: date | None = TODAY, paper: Paper = PAPER
) -> set[tuple[str, str]]:
    found = version_faults(Draft("SR-01", wanted, day, paper), before, OWN, NOW)
    return {(fault.field, fault.code) for fault in found}


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY, None),
        (TODAY - timedelta(days=1), "matter_date_past"),
        (TODAY + timedelta(days=1), None),
        (TODAY + timedelta(days=5 * 366), None),
        (TODAY + timedelta(days=5 * 366 + 1), "invalid"),
        (None, "invalid"),
    ],
)
def test_it_begins_today_at_the_earliest(day: date | None, code: str | None) -> None:
    assert faults(content(), day=day) == ({("effective_on", code)} if code else set())


def test_today_is_that_of_the_township_and_not_of_utc() -> None:
    early = datetime.fromisoformat("2026-11-20T07:30:00+08:00")  # still the 19th in UTC
    draft = Draft("SR-01", content(), date(2026, 11, 19), PAPER)
    assert [fault.code for fault in version_faults(draft, None, OWN, early)] == ["matter_date_past"]


def test_it_does_not_begin_before_one_that_is_already_to_come() -> None:
    coming = last(day=date(2027, 1, 1))
    assert faults(content("taken_back"), coming, date(2026, 12, 31)) == {("effective_on", "matter_scheduled")}
    assert faults(content("taken_back"), coming, date(2027, 1, 1)) == set()


def test_it_begins_at_midnight_of_its_day_or_when_it_was_recorded_that_day() -> None:
    assert starts_at(date(2026, 12, 1), NOW) == datetime.fromisoformat("2026-12-01T00:00:00+08:00")
    assert starts_at(TODAY, NOW) == NOW


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [
        (None, "kept", "listed"), (None, "granted", "granted"), ("kept", "granted", "granted"),
        ("granted", "granted", "changed"), ("granted", "taken_back", "taken_back"), ("taken_back", "kept", "changed"),
        ("granted", "dropped", "dropped"), ("dropped", "kept", "listed"), ("taken_back", "granted", "granted"),
    ],
)  # fmt: skip
def test_a_version_is_called_by_what_it_does(before: str | None, after: str, done: str) -> None:
    assert step(before, after) == done


@pytest.mark.parametrize("standing", ["granted", "taken_back", "dropped"])
def test_granting_taking_back_and_dropping_need_a_paper(standing: str) -> None:
    before = last("kept", punishing=CITY) if standing == "granted" else last()
    wanted = content(standing, TOWN if standing == "granted" else CITY)
    assert faults(wanted, before, paper=Paper()) == {("paper_title", "matter_paper_needed")}
    assert faults(wanted, before) == set()


def test_what_stays_as_it_was_granted_needs_none() -> None:
    assert faults(content("granted", TOWN, standard="超出门窗"), last(), paper=Paper()) == set()


def test_what_was_never_granted_cannot_be_taken_back_nor_dropped_where_it_never_was() -> None:
    assert faults(content("taken_back"), last("kept", punishing=CITY)) == {("standing", "matter_not_granted")}
    assert faults(content("taken_back")) == {("standing", "matter_not_granted")}
    assert faults(content("dropped")) == {("standing", "matter_not_listed")}


def test_the_same_again_is_no_version() -> None:
    assert faults(content("granted", TOWN), last()) == {("name", "matter_unchanged")}


@pytest.mark.parametrize(
    ("standing", "punishing", "wrong"),
    [
        ("granted", TOWN, False), ("granted", CITY, True), ("granted", Named("示范镇人民政府"), True),
        ("kept", TOWN, True), ("kept", CITY, False), ("kept", Named("县农业农村局"), False), ("taken_back", TOWN, True),
    ],
)  # fmt: skip
def test_who_punishes_fits_what_was_granted(standing: str, punishing: Named, wrong: bool) -> None:
    found = faults(
        content(standing, punishing), last("granted" if standing == "taken_back" else "kept", punishing=CITY)
    )
    assert (("punishing", "matter_punisher") in found) is wrong


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"), ({"name": "长" * 161}, "name"), ({"field": ""}, "field"), ({"field": "长" * 41}, "field"),
        ({"basis": ()}, "basis"), ({"basis": (Basis("法"),) * 21}, "basis"), ({"basis": (Basis("长" * 121),)}, "basis"),
        ({"basis": (Basis("法", "条" * 61),)}, "basis"), ({"supervising": Named("")}, "supervising"),
        ({"punishing": Named("长" * 121)}, "punishing"), ({"standard": "长" * 2001}, "standard"),
        ({"source_duty": "长" * 501}, "source_duty"), ({"prosecution": "长" * 1001}, "prosecution"),
        ({"tiers": (Tier("轻", "", "警告"),) * 21}, "tiers"), ({"tiers": (Tier("轻", "长" * 301, "警告"),)}, "tiers"),
        ({"name": "响\x07铃"}, "name"),
    ],
)  # fmt: skip
def test_what_no_list_can_hold_is_told_by_its_field(changes: dict[str, object], field: str) -> None:
    assert [fault.field for fault in content_faults("SR-01", content(**changes), OWN)] == [field]  # type: ignore[arg-type]


def test_what_is_just_short_enough_is_taken() -> None:
    fits = content(
        name="长" * 160, field="长" * 40, standard="长" * 2000, basis=(Basis("长" * 120, "条" * 60),) * 20
    )
    assert content_faults("C" * 40, fits, OWN) == []


@pytest.mark.parametrize("code", ["", "C" * 41, "SR 01", "-SR", "SR\n01", "SR'01"])
def test_a_code_is_short_and_plain(code: str) -> None:
    assert [fault.field for fault in content_faults(code, content(), OWN)] == ["code"]


@pytest.mark.parametrize("code", ["SR-01", "3.1.4", "5300-B-01234", "市容01", "B/0412"])
def test_codes_of_real_lists_are_taken(code: str) -> None:
    assert content_faults(code, content(), OWN) == []


def test_sayings_are_short_and_not_endless() -> None:
    assert saying_faults(("说" * 40,) * 60) == []
    assert [fault.field for fault in saying_faults(("说" * 41,))] == ["sayings"]
    assert [fault.field for fault in saying_faults(tuple(map(str, range(61))))] == ["sayings"]
