"""A filled-in roster sent back: previewed first, taken to the letter, or not at all."""

import io
from typing import Any
from uuid import UUID

import httpx
import pytest
from openpyxl import load_workbook

from backend.foundation.database import rows
from backend.foundation.journal import timeline
from backend.office.duty.sentences import told
from tests.field.street import NOON
from tests.office.duty.desk import Desk, night_watch
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")


class Files:
    """The month's files as the dispatcher takes and sends them."""

    def __init__(self, desk: Desk, cast: Cast, month: str) -> None:
        self.desk, self.cast, self.where = desk, cast, f"/duty/rosters/{month}"

    async def taken(self) -> Any:
        answer = await (await self.cast.browser("zhihui")).get(f"{self.where}/month.xlsx")
        assert answer.status_code == 200, answer.text
        return load_workbook(io.BytesIO(answer.content))

    async def sent(self, book: Any, who: str = "zhihui") -> httpx.Response:
        made = io.BytesIO()
        book.save(made)
        browser = await self.cast.browser(who)
        return await browser.post(f"{self.where}/imports", files={"file": ("排班.xlsx", made.getvalue())})

    async def previewed(self, book: Any) -> tuple[str, str]:
        """Address and page of the preview."""
        answer = await self.sent(book)
        assert answer.status_code == 303, answer.text
        where = answer.headers["location"]
        return where, (await (await self.cast.browser("zhihui")).get(where)).text

    async def confirmed(self, where: str, who: str = "zhihui") -> httpx.Response:
        return await (await self.cast.browser(who)).post(f"{where}/confirmation")


def put(book: Any, day: int, people: str) -> None:
    """Into the cell of that day's only row; the first row are the titles."""
    book["排班"].cell(row=day + 1, column=10).value = people


@pytest.fixture
async def drafted(desk: Desk, cast: Cast) -> tuple[Files, list[str]]:
    """A draft of December with one night watch a day, nobody on it; and the ids of its shifts."""
    found = await desk.month(night_watch())
    return Files(desk, cast, found["id"]), [each["id"] for each in found["shifts"]]


async def test_what_was_taken_and_sent_back_is_no_change(drafted: tuple[Files, list[str]]) -> None:
    files, _ = drafted
    _, text = await files.previewed(await files.taken())
    assert "和现在的排班完全一样" in text
    assert "/confirmation" not in text
    assert await rows("SELECT id FROM assignments WHERE origin = 'import'") == []


async def test_nothing_changes_before_the_confirmation_and_then_exactly_that(
    drafted: tuple[Files, list[str]],
) -> None:
    files, shifts = drafted
    await files.desk.on(shifts[0], "duiyuan")
    book = await files.taken()
    [mine, other] = [(await files.desk.street.cast.person(name)).name for name in ("duiyuan", "duiyuan2")]
    put(book, 1, other)
    put(book, 3, mine)
    where, text = await files.previewed(book)
    assert "12月1日 18:00—次日08:00 夜间值班 · 执法队员" in text
    assert f"撤下{mine}，排上{other}" in text
    assert await files.desk.people(shifts[0]) == ["duiyuan"]
    assert (await files.confirmed(where)).status_code == 303
    assert [await files.desk.people(shifts[n]) for n in (0, 1, 2)] == [["duiyuan2"], [], ["duiyuan"]]
    page = (await (await files.cast.browser("zhihui")).get(where)).text
    assert "排班已按下面的改" in page
    found = await rows("SELECT origin FROM assignments WHERE ended_at IS NULL")
    assert {each["origin"] for each in found} == {"import"}


async def test_confirming_twice_says_that_it_was_done(drafted: tuple[Files, list[str]]) -> None:
    files, _ = drafted
    book = await files.taken()
    put(book, 1, (await files.cast.person("duiyuan")).name)
    where, _ = await files.previewed(book)
    await files.confirmed(where)
    again = await files.confirmed(where)
    assert (again.status_code, "list_applied" in again.text) == (409, True)


async def test_what_was_changed_meanwhile_is_not_overwritten(drafted: tuple[Files, list[str]]) -> None:
    files, shifts = drafted
    book = await files.taken()
    put(book, 1, (await files.cast.person("duiyuan")).name)
    where, _ = await files.previewed(book)
    await files.desk.on(shifts[0], "duiyuan2")
    answer = await files.confirmed(where)
    assert (answer.status_code, "roster_moved" in answer.text) == (409, True)
    assert await files.desk.people(shifts[0]) == ["duiyuan2"]


async def test_who_left_meanwhile_is_put_on_no_shift(drafted: tuple[Files, list[str]]) -> None:
    files, shifts = drafted
    book = await files.taken()
    put(book, 1, (await files.cast.person("duiyuan")).name)
    where, _ = await files.previewed(book)
    await rows("UPDATE officers SET left_at = ? WHERE username = 'duiyuan'", NOON)
    answer = await files.confirmed(where)
    assert (answer.status_code, "roster_moved" in answer.text) == (409, True)
    assert await files.desk.people(shifts[0]) == []


async def test_one_faulty_row_keeps_the_whole_sheet_out(drafted: tuple[Files, list[str]]) -> None:
    files, shifts = drafted
    book = await files.taken()
    put(book, 1, (await files.cast.person("duiyuan")).name)
    put(book, 2, "查无此人")
    where, text = await files.previewed(book)
    assert "第3行" in text
    assert "没有“查无此人”这个人" in text
    assert (await files.confirmed(where)).status_code == 409
    assert await files.desk.people(shifts[0]) == []


async def test_conflicts_are_shown_and_kept_in_the_history(drafted: tuple[Files, list[str]]) -> None:
    files, _ = drafted
    name, book = (await files.cast.person("duiyuan")).name, await files.taken()
    for day in (1, 2):
        put(book, day, name)
    where, text = await files.previewed(book)
    assert "之间只休息10小时（不少于11小时）" in text
    await files.confirmed(where)
    moments = await timeline("roster", UUID(files.where.rpartition("/")[2]))
    assert "只休息10小时" in next(told(each) for each in moments if each.kind == "roster.imported")


async def test_after_publishing_those_concerned_are_told(desk: Desk, cast: Cast) -> None:
    shifts = await desk.published((1, "duiyuan"))
    [found] = await rows("SELECT roster FROM shifts WHERE id = ?", shifts[0])
    files = Files(desk, cast, str(found["roster"]))
    book = await files.taken()
    put(book, 1, (await cast.person("duiyuan2")).name)
    where, text = await files.previewed(book)
    assert "已经发布，改了会告诉本人" in text
    await files.confirmed(where)
    assert set(await desk.told()) == {
        ("duiyuan2", "给你排了班", False),
        ("duiyuan", "你的一个班次取消了", False),
    }


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"no workbook", 422, "这个文件读不出来：用导出的模板填好"),
        (b"", 422, "这个文件读不出来"),
        (b"x" * (2 * 1024**2 + 1), 400, "最大2.0 MB"),
    ],
)
async def test_what_is_no_roster_is_said_and_nothing_kept(
    drafted: tuple[Files, list[str]], data: bytes, status: int, words: str
) -> None:
    files, _ = drafted
    browser = await files.cast.browser("zhihui")
    answer = await browser.post(f"{files.where}/imports", files={"file": ("排班.xlsx", data)})
    assert (answer.status_code, words in answer.text) == (status, True)
    assert await rows("SELECT id FROM roster_imports") == []


async def test_no_file_at_all_asks_for_one(drafted: tuple[Files, list[str]]) -> None:
    files, _ = drafted
    answer = await (await files.cast.browser("zhihui")).post(
        f"{files.where}/imports", files={"other": ("", b"")}
    )
    assert (answer.status_code, "选一个表格文件" in answer.text) == (400, True)


async def test_the_sheet_for_the_wall_is_a_pdf(drafted: tuple[Files, list[str]]) -> None:
    files, _ = drafted
    answer = await (await files.cast.browser("zhihui")).get(f"{files.where}/month.pdf")
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
    assert answer.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("file", ["month.pdf", "month.xlsx"])
async def test_a_draft_is_nobodys_but_those_who_plan(drafted: tuple[Files, list[str]], file: str) -> None:
    files, _ = drafted
    assert (await (await files.cast.browser("duiyuan")).get(f"{files.where}/{file}")).status_code == 404
