"""The month's sheet for the wall, read back by another program than set it."""

from pathlib import Path

import pytest

from backend.foundation.letters.typesetting import typeset
from backend.foundation.workdays import calendar_for
from backend.office.duty.papers.month import month_words
from backend.office.duty.queries.shifts import KnownShift
from tests.foundation.letters.reading import Paper
from tests.office.duty.papers.months import NOW, month, on, roster, shift


def paper(folder: Path, shifts: list[KnownShift], *, published: bool = True) -> Paper:
    words = month_words(roster(published=published), shifts, calendar_for("CN"), "沈禾", NOW)
    path = folder / "roster.pdf"
    path.write_bytes(typeset("roster", words, NOW))
    return Paper(path)


def test_every_day_stands_there_with_who_is_on(tmp_path: Path) -> None:
    text = paper(tmp_path, month()).cells()
    assert "示范镇2026年10月值守排班表" in text
    assert "夜间值班20:00—次日08:00值班　值班室".replace("　", "") in text.replace("　", "")
    for day, words in (
        ("1四国庆节放假", "张三"),
        ("10六调休上班（国庆节）", "执法队员：李四、缺1人；民警：王五"),
        ("12一", "取消"),
    ):
        assert f"{day}{words}" in text.replace("　", "")
    assert "31六" in text.replace("　", "")


def test_everybody_on_it_is_listed_once_with_telephone_and_shifts(tmp_path: Path) -> None:
    text = paper(tmp_path, [*month(), shift(9, "10-20T20:00", 12, on("zhangsan", 9))]).cells()
    assert "执法队张三0000-00000012" in text
    assert text.count("0000-0000001") == 4  # 张三, 李四, 王五 and one 张伟; nobody of the cancelled one


@pytest.mark.parametrize("published", [True, False])
def test_a_draft_is_marked_as_one(tmp_path: Path, published: bool) -> None:
    text = paper(tmp_path, month(), published=published).cells()
    assert ("草稿" in text) is not published
    assert ("还没有发布" in text) is not published
    assert ("李队长发布" in text) is published


def test_many_posts_go_on_on_another_page_and_long_words_stay_in_their_cells(tmp_path: Path) -> None:
    many = [
        shift(
            n,
            f"10-0{n}T08:00",
            8,
            on("lisi", n),
            name=f"很长很长的岗位名称第{n}号" * 2,
            place="综合行政执法队一楼值班室",
        )
        for n in range(1, 9)
    ]
    found = paper(tmp_path, many)
    assert found.cells().count("值守排班表") == 2
    assert all(f"第{n}号" in found.cells() for n in range(1, 9))


def test_a_month_without_shifts_says_so(tmp_path: Path) -> None:
    assert "这个月还没有班次" in paper(tmp_path, []).cells()
