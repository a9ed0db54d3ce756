"""The line of sums adds up exactly what is listed."""

import pytest

from tests.desk.ledger.seeing import address, listed, seen, sums
from tests.desk.ledger.test_filtering import a_week
from tests.field.street import Street, ago


@pytest.mark.parametrize(
    "asked",
    [{}, {"kind": "routine"}, {"state": "done"}, {"findings": "1"}, {"unit": "sfz-pcs"}, {"q": "石门"}, {"from_": "2026-11-20"}],
)  # fmt: skip
async def test_as_many_are_counted_as_are_listed(street: Street, asked: dict[str, str]) -> None:
    await a_week(street)
    assert (await sums(street, **asked))[0] == str(len(await listed(street, **asked)))


async def test_findings_unfiled_and_length_are_added_up(street: Street) -> None:
    for title, found in {"one": 2, "two": 1}.items():
        patrol = await street.ended(title=title)
        for _ in range(found):
            await street.finding(patrol)
    running = await street.patrol(title="running")
    await street.finding(running, category="未发现问题", nothing_found=True, disposition="none")
    assert await sums(street) == ("3", "3", "2", "0")


async def test_a_short_list_brings_its_sums_along(street: Street) -> None:
    await a_week(street)
    page = await street.page("lingdao", "/ledger")
    assert 'hx-trigger="load"' not in page.text
    in_page = page.text.split("ld-ledger__totals")[1].split("<b>")[1:5]
    assert tuple(text.split("</b>")[0] for text in in_page) == await sums(street)


async def test_plans_and_cancelled_are_named_among_the_sum(street: Street) -> None:
    await a_week(street)
    page = await street.page("lingdao", "/ledger")
    assert "其中计划 1 次，已取消 1 次" in page.text


async def test_nothing_comes_to_nothing(street: Street) -> None:
    assert await sums(street, q="没有的") == ("0", "0", "0", "0")


async def test_each_reader_counts_what_they_see(street: Street) -> None:
    await street.patrol(title="with police")
    await street.patrol(title="without", crew=["duiyuan", "shichang"], started_at=ago(hours=3))
    assert [(await sums(street, who))[0] for who in ("lingdao", "minjing", "ziran", "linzhen")] == [
        "2",
        "1",
        "0",
        "0",
    ]


async def test_figures_add_up_to_the_same(street: Street) -> None:
    await a_week(street)
    page = await street.page("lingdao", address("/ledger/figures", state="active"))
    listed_now = await listed(street, state="active")
    rows = page.text.split("每月巡查次数</figcaption>")[1].split("</table>")[0]
    assert '<th scope="row">2026-11</th>' in rows
    assert f"<td>{len(listed_now)}次</td>" in rows


async def test_figures_of_nothing_say_so(street: Street) -> None:
    page = await street.page("lingdao", address("/ledger/figures", q="没有的"))
    assert "没有这样的巡查" in page.text
    assert seen(page).titles == []
