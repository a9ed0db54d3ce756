"""Pages follow each other without a gap and without a repeat, whatever is written meanwhile."""

from datetime import timedelta

import pytest

from backend.desk.ledger.queries.lines import PER_PAGE
from tests.desk.ledger.seeing import Seen, address, fragment, listed, seen
from tests.field.street import NOON, Street, ago


async def many(street: Street, count: int, *, of_one_moment: bool = False) -> list[str]:
    """Titles from the newest to the oldest, a minute apart or all at once."""
    names = [f"{number:03d}" for number in range(count)]
    for number, name in enumerate(names):
        at = NOON - timedelta(hours=2, minutes=0 if of_one_moment else number)
        await street.patrol(title=name, kind="routine", crew=["duiyuan"], started_at=at.isoformat())
    return names


async def next_page(street: Street, page: Seen) -> Seen:
    assert page.more is not None
    return seen(await fragment(street, "lingdao", page.more))


async def test_fifty_stand_on_a_page_and_the_rest_follow(street: Street) -> None:
    names = await many(street, PER_PAGE + 3)
    first = seen(await street.page("lingdao", "/ledger"))
    second = await next_page(street, first)
    assert (first.titles, second.titles, second.more) == (names[:PER_PAGE], names[PER_PAGE:], None)


async def test_a_page_that_is_just_full_has_none_after_it(street: Street) -> None:
    await many(street, PER_PAGE)
    assert seen(await street.page("lingdao", "/ledger")).more is None


@pytest.mark.parametrize("of_one_moment", [False, True])
async def test_nothing_is_missed_or_doubled_while_others_write(
    street: Street, *, of_one_moment: bool
) -> None:
    names = await many(street, 2 * PER_PAGE + 1, of_one_moment=of_one_moment)
    page = seen(await street.page("lingdao", "/ledger"))
    met = list(page.titles)
    while page.more:
        await street.patrol(title="meanwhile", started_at=ago(minutes=5))
        page = await next_page(street, page)
        met += page.titles
    assert sorted(met) == names


async def test_filters_hold_on_every_page(street: Street) -> None:
    await many(street, PER_PAGE + 1)
    await street.patrol(title="joint", started_at=ago(hours=5))
    first = seen(await street.page("lingdao", address("/ledger", kind="routine", officer="duiyuan")))
    assert first.more is not None
    assert "kind=routine" in first.more
    assert "joint" not in (await next_page(street, first)).titles


async def test_a_day_that_goes_on_has_one_head(street: Street) -> None:
    await many(street, PER_PAGE + 1)
    await street.patrol(title="before", started_at=ago(days=3))
    first = seen(await street.page("lingdao", "/ledger"))
    second = await next_page(street, first)
    assert first.days == [("11月20日 周五", "")]
    assert second.days == [("11月17日 周二", "1")]


async def test_days_are_headed_with_their_weekday_and_count(street: Street) -> None:
    for hours in (2, 3, 30):
        await street.patrol(started_at=ago(hours=hours))
    page = seen(await street.page("lingdao", "/ledger"))
    assert page.days == [("11月20日 周五", "2"), ("11月19日 周四", "1")]


async def test_older_lines_also_come_as_a_page_of_their_own(street: Street) -> None:
    names = await many(street, PER_PAGE + 1)
    first = seen(await street.page("lingdao", "/ledger"))
    assert first.more is not None
    page = seen(await street.page("lingdao", first.more))
    assert page.titles == names[PER_PAGE:]
    assert "<html" in page.text


async def test_an_empty_ledger_says_what_starts_it(street: Street) -> None:
    page = seen(await street.page("lingdao", "/ledger"))
    assert (page.titles, page.more) == ([], None)
    assert "台账还是空的" in page.text


async def test_an_empty_answer_offers_the_way_back(street: Street) -> None:
    await street.patrol()
    page = seen(await street.page("lingdao", address("/ledger", q="没有的")))
    assert "没有这样的巡查" in page.text
    assert 'href="/ledger"' in page.text


async def test_plans_are_folded_above_what_happened(street: Street) -> None:
    await street.patrol(title="walked")
    await street.planned(title="tomorrow")
    page = seen(await street.page("lingdao", "/ledger"))
    assert page.titles == ["tomorrow", "walked"]
    assert "<details" in page.text.split("tomorrow")[0]
    assert " open>" not in page.text.split("tomorrow")[0].split("<details")[1]


async def test_a_ledger_of_plans_alone_is_not_folded(street: Street) -> None:
    await street.planned()
    page = seen(await street.page("lingdao", "/ledger"))
    assert " open>" in page.text.split("<details")[1][:60]


@pytest.mark.parametrize("cursor", ["x", "====", "YQ", "MjAyNi0xMS0yMA"])
async def test_a_cursor_of_nobody_is_refused(street: Street, cursor: str) -> None:
    assert (await fragment(street, "lingdao", f"/ledger?cursor={cursor}")).status_code == 400


async def test_long_names_stand_whole_and_signs_are_no_markup(street: Street) -> None:
    name = "<b>餐饮单位餐厨垃圾与燃气安全专项联合检查</b>" * 3
    await street.patrol(title=name)
    assert await listed(street) == [name]
    assert "<b>餐饮" not in (await street.page("lingdao", "/ledger")).text
