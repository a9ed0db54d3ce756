"""The month as XLSX: what goes out comes back as it was; every fault is named with its row; conflicts are said."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from backend.foundation.now import CHINA
from backend.foundation.workdays import calendar_for
from backend.office.duty.drafting import Bounds, Given, Member
from backend.office.duty.papers.comparing import Compared, Month, compare
from backend.office.duty.papers.grid import grid
from backend.office.duty.papers.reading import read
from backend.office.duty.papers.workbook import write_month
from backend.office.duty.queries.given import assigned, drafted_shifts
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.rules.sheet import People, Person, codes
from tests.office.duty.papers.months import MONTH, NOW, PEOPLE, month, officer

CALENDAR, PLAIN = calendar_for("CN"), Bounds()
EVERYBODY = People(tuple(Person(officer(name), name, told[0]) for name, told in PEOPLE.items()))
Rows = list[tuple[int, dict[str, str]]]


def standing(shifts: list[KnownShift], bounds: Bounds = PLAIN) -> Month:
    members = tuple(
        Member(person.id, person.name, "", frozenset({"officer"})) for person in EVERYBODY.everybody
    )
    return Month(
        shifts, EVERYBODY, Given(drafted_shifts(shifts, CALENDAR), members, bounds), assigned(shifts)
    )


def written(shifts: list[KnownShift]) -> bytes:
    return write_month(shifts, EVERYBODY, grid(MONTH, shifts, CALENDAR))


def compared(
    change: Callable[[Rows], Any] = lambda rows: None, at: datetime = NOW, bounds: Bounds = PLAIN
) -> Compared:
    """What a file comes to that was written, changed and sent back."""
    rows = read(written(month()))
    change(rows)
    return compare(rows, standing(month(), bounds), at)


def test_a_round_trip_changes_nothing() -> None:
    found = compared()
    assert (found.changes, found.faults) == ((), ())
    assert found.unchanged == len(read(written(month()))) == 5  # the cancelled one is not there


def test_what_people_see_is_written_beside_what_is_read_back() -> None:
    book = load_workbook(io.BytesIO(written(month())))
    assert book.sheetnames == ["排班", "月表", "可以排班的人员", "填写说明"]
    head, first, second, together, *_ = book["排班"].iter_rows(values_only=True)
    assert head == ("编号*", "日期*", "星期", "类别", "岗位", "地点", "时间", "席位*", "人数", "人员*")
    assert first[2:] == ("四", "值班", "夜间值班", "值班室", "20:00—次日08:00", "值班员", "1", "张三")
    assert second[-1] == "张伟（zhangwei2）"
    assert together[-3:] == ("执法队员", "2—3", "李四")
    glance = list(book["月表"].iter_rows(values_only=True))
    assert glance[0][2:] == ("带班\n08:00—次日08:00", "夜间值班\n20:00—次日08:00", "集市\n08:00—14:00")
    assert glance[1][3] == "张三"
    assert glance[10][4] == "执法队员：李四、缺1人；民警：王五"
    assert glance[11][2] == "缺1人"
    assert glance[12][3] == "取消"
    assert len(glance) == 1 + 31


def test_other_people_are_a_change_with_who_comes_and_who_goes() -> None:
    (change,) = compared(lambda rows: rows[0][1].update(people="张伟(zhangwei1)")).changes
    assert change.words == "10月1日 20:00—次日08:00 夜间值班 · 值班员"
    assert [each.name for each in change.out] == ["张三"]
    assert [each.username for each in change.into] == ["zhangwei1"]


def test_too_many_on_a_slot_are_a_fault() -> None:
    found = compared(lambda rows: rows[0][1].update(people="王五、李四"))
    assert [(each.row, each.words) for each in found.faults] == [(2, "“值班员”最多1人，现在2人")]
    assert found.changes == ()


def test_an_emptied_cell_takes_people_off() -> None:
    (change,) = compared(lambda rows: rows[0][1].pop("people")).changes
    assert ([each.name for each in change.out], change.into) == (["张三"], ())


def test_a_row_left_out_stays_as_it_is() -> None:
    found = compared(lambda rows: rows.pop(0))
    assert (found.changes, found.unchanged, found.faults) == ((), 4, ())


FAULTS = [
    ({"people": "赵六"}, "people", "没有“赵六”这个人，或者不在可以排班的人员里"),
    ({"people": "张伟"}, "people", "有2个“张伟”，写明账号：张伟（zhangwei1）、张伟（zhangwei2）"),
    ({"people": "李四、李四"}, "people", "“李四”写了两次"),
    ({"people": "张伟（lisi）"}, "people", "没有“张伟（lisi）”这个人，或者不在可以排班的人员里"),
    ({"code": "00000000-1"}, "code", "本月没有编号“00000000-1”；编号照导出的表，新的班次先在网页上添加"),
    ({"code": ""}, "code", "写上编号；编号照导出的表，新的班次先在网页上添加"),
    ({"day": "2026-10-02"}, "day", "这个编号是2026-10-01的班次；日期要改，到网页上改班次"),
    ({"slot": "民警"}, "slot", "这个编号是“值班员”席位"),
]


@pytest.mark.parametrize(("cells", "field", "words"), FAULTS)
def test_a_fault_is_named_with_its_row_and_keeps_everything_out(
    cells: dict[str, str], field: str, words: str
) -> None:
    def change(rows: Rows) -> None:
        rows[0][1].update(cells)
        rows[1][1].update(people="")

    found = compared(change)
    assert [(each.row, each.field, each.words) for each in found.faults] == [(2, field, words)]
    assert found.changes == ()


def test_a_row_twice_names_the_first() -> None:
    found = compared(lambda rows: rows.append((9, rows[0][1])))
    assert [(each.row, each.words) for each in found.faults] == [
        (9, f"编号“{next(iter(codes([(month()[0].id, 1)])))}”和第2行重复")
    ]


@pytest.mark.parametrize(("at", "faults"), [("2026-10-02T07:59", 0), ("2026-10-02T08:00", 1)])
def test_what_is_over_is_not_changed_any_more(at: str, faults: int) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=CHINA)
    assert len(compared(lambda rows: rows[0][1].update(people="王五"), moment).faults) == faults


def test_a_shift_that_does_not_take_place_gets_nobody() -> None:
    rows = read(written(month()))
    gone = {
        "code": list(codes((each.id, len(each.needs)) for each in month()))[-1],
        "day": "2026-10-12",
    }
    found = compare([*rows, (9, {**gone, "slot": "值班员", "people": "王五"})], standing(month()), NOW)
    assert [each.words for each in found.faults] == ["这个班次已经取消，不能再排人"]


def test_what_nobody_can_do_is_a_fault() -> None:
    found = compared(lambda rows: rows[2][1].update(people="李四、王五"))
    assert [(each.row, each.words) for each in found.faults] == [
        (4, "王五在10月10日 08:00—14:00 集市里排了2次")
    ]
    assert found.changes == ()


def test_what_can_be_overruled_is_said_beside_the_change() -> None:
    tired = Bounds(rest_hours=20)
    (change,) = compared(lambda rows: rows[4][1].update(people="李四"), bounds=tired).changes
    assert change.despite == ("李四：与10月10日 08:00—14:00 集市之间只休息18小时（不少于20小时）",)
    (easy,) = compared(lambda rows: rows[4][1].update(people="张三"), bounds=tired).changes
    assert easy.despite == ()


@settings(max_examples=100, deadline=None)
@whatever(st.lists(st.sampled_from(EVERYBODY.everybody), unique=True))
def test_a_cell_is_read_back_as_it_was_written(people: list[Person]) -> None:
    cell = EVERYBODY.written(person.id for person in people)
    assert EVERYBODY.read(cell) == (tuple(people), ())


@pytest.mark.parametrize(
    "cell", ["李四,王五", "李四，王五", " 李四 王五 ", "李四\n王五", "李四；王五", "李四/王五、"]
)
def test_people_are_parted_by_whatever_people_use(cell: str) -> None:
    assert [each.name for each in EVERYBODY.read(cell)[0]] == ["李四", "王五"]


def test_ids_that_begin_alike_get_longer_codes() -> None:
    one, near = UUID(int=1 << 96), UUID(int=(1 << 96) + 1)
    assert codes([(one, 2)]) == {"00000001-1": (one, 0), "00000001-2": (one, 1)}
    assert set(codes([(one, 1), (near, 1)])) == {f"{one.hex}-1", f"{near.hex}-1"}
