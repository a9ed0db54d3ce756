"""Who is on duty by the roster: from the first minute of a shift up to its last one, as long as they hold it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import engine_kind, rows
from backend.office.duty.queries.presence import ON_SHIFT, county_on_duty, duty_since, on_duty, own_duty
from tests.field.street import NOON, Street, code_of
from tests.office.duty.shifts import assigned, assignment_of, shift
from tests.rig.cast import Cast
from tests.rig.clock import Clock

TOWN = township_id("sfz")
HOUR, INSTANT = timedelta(hours=1), timedelta(microseconds=1)


@pytest.fixture
def post(clock: Clock, cast: Cast) -> Street:
    clock.at(NOON)
    return Street(cast, clock)


async def there(at: datetime) -> list[str]:
    return [each.username for each in await on_duty(TOWN, at)]


@pytest.mark.usefixtures("post")
@pytest.mark.parametrize(
    ("begins", "change", "ends"),
    [
        ("2026-11-20T08:00:00+08:00", "2026-11-20T20:00:00+08:00", "2026-11-21T08:00:00+08:00"),
        ("2026-11-20T20:00:00+08:00", "2026-11-21T00:00:00+08:00", "2026-11-21T08:00:00+08:00"),
        ("2026-12-31T20:00:00+08:00", "2027-01-01T00:00:00+08:00", "2027-01-01T08:00:00+08:00"),
        ("2026-12-31T20:00:00+08:00", "2027-01-01T08:00:00+08:00", "2027-01-01T20:00:00+08:00"),
        ("2028-02-28T20:00:00+08:00", "2028-02-29T08:00:00+08:00", "2028-02-29T20:00:00+08:00"),
    ],
)
async def test_one_shift_ends_where_the_next_begins(begins: str, change: str, ends: str) -> None:
    first, middle, last = (datetime.fromisoformat(each) for each in (begins, change, ends))
    await shift(first, middle, "minjing")
    await shift(middle, last, "jiaojing")
    moments = (first - INSTANT, first, middle - INSTANT, middle, last - INSTANT, last)
    assert [await there(at) for at in moments] == [
        [], ["minjing"], ["minjing"], ["jiaojing"], ["jiaojing"], [],
    ]  # fmt: skip


@pytest.mark.usefixtures("post")
async def test_a_draft_puts_nobody_on_duty_until_it_is_published() -> None:
    await shift(NOON - HOUR, NOON + HOUR, "minjing", published=False)
    assert await there(NOON) == []
    await rows(
        "UPDATE rosters SET published_at = ?, published_by = ?", NOON + INSTANT, officer_id("duizhang")
    )
    assert (await there(NOON), await there(NOON + INSTANT)) == ([], ["minjing"])


@pytest.mark.usefixtures("post")
async def test_who_takes_over_in_the_middle_is_there_from_that_moment() -> None:
    held = await shift(NOON - HOUR, NOON + HOUR, "minjing")
    await rows("UPDATE assignments SET ended_at = ? WHERE shift = ?", NOON, held)
    await assigned(held, "suozhang", NOON)
    assert (await there(NOON - INSTANT), await there(NOON)) == (["minjing"], ["suozhang"])


@pytest.mark.usefixtures("post")
async def test_a_shift_called_off_holds_nobody_any_more() -> None:
    held = await shift(NOON - HOUR, NOON + HOUR, "minjing")
    await rows("UPDATE shifts SET cancelled_at = ? WHERE id = ?", NOON, held)
    assert (await there(NOON - INSTANT), await there(NOON)) == (["minjing"], [])


@pytest.mark.usefixtures("post")
async def test_who_left_the_post_is_relieved_and_is_there_again_once_back() -> None:
    held = await shift(NOON - HOUR, NOON + HOUR, "minjing")
    assignment = await assignment_of(held, "minjing")
    sql = (
        "INSERT INTO turnouts (id, township, assignment, noun, at, how, recorded_by, received_at) "
        "VALUES (?, ?, ?, ?, ?, 'code', ?, ?)"
    )
    for number, (noun, at) in enumerate((("departure", NOON), ("arrival", NOON + HOUR / 2))):
        who = officer_id("minjing")
        await rows(sql, UUID(int=number + 1), TOWN, assignment, noun, at, who, at)
    moments = (NOON - INSTANT, NOON, NOON + HOUR / 2 - INSTANT, NOON + HOUR / 2)
    assert [await there(at) for at in moments] == [["minjing"], [], [], ["minjing"]]


async def test_of_a_shift_and_ones_own_word_the_earlier_counts_and_each_is_told(post: Street) -> None:
    await post.post("minjing", "/duty/presence")
    await shift(NOON + HOUR, NOON + 2 * HOUR, "minjing")
    found = await own_duty(officer_id("minjing"), NOON + HOUR)
    assert found is not None
    assert (found.since_at, found.itself, found.shift_name) == (NOON, NOON, "市场联合值守")
    assert len(await on_duty(TOWN, NOON + HOUR)) == 1


async def test_a_shift_is_left_at_the_post_and_not_by_the_button(post: Street) -> None:
    await shift(NOON - HOUR, NOON + HOUR, "minjing")
    assert code_of(await post.delete("minjing", "/duty/presence")) == (409, "on_a_shift")
    await post.post("minjing", "/duty/presence")
    assert (await post.delete("minjing", "/duty/presence")).json()["on_duty"] is True


async def test_the_page_says_of_which_shift_one_is(post: Street) -> None:
    await shift(NOON - HOUR, NOON + HOUR, "minjing")
    shown = (await post.page("minjing", "/me")).text
    assert "我在班上" in shown
    assert "/api/v1/duty/presence" not in shown


@pytest.mark.usefixtures("post")
async def test_each_township_has_its_own_and_the_county_none() -> None:
    await shift(NOON - HOUR, NOON + HOUR, "linzhen", unit="lz")
    assert await there(NOON) == []
    assert [each.username for each in await on_duty(township_id("lz"), NOON)] == ["linzhen"]
    home = await rows("SELECT county FROM units WHERE township = ?", TOWN)
    assert await county_on_duty(home[0]["county"], NOON) == []


@pytest.mark.usefixtures("post")
async def test_who_moved_to_another_township_is_on_no_shift_here() -> None:
    await shift(NOON - HOUR, NOON + HOUR, "linzhen")
    assert await duty_since(officer_id("linzhen"), NOON) is None


@pytest.mark.usefixtures("post")
@pytest.mark.parametrize("whose", ["o.id = ?", "u.township = ?", "u.id = ?"])
async def test_it_is_looked_for_on_the_shifts_of_two_days_however_many_there_ever_were(whose: str) -> None:
    if engine_kind() != "sqlite":
        pytest.skip("PostgreSQL plans by what its tables hold")
    plan = await rows(f"EXPLAIN QUERY PLAN {ON_SHIFT.format(whose=whose)}", *[NOON] * 8, TOWN)
    steps = [step["detail"] for step in plan]
    assert steps[0].startswith("SEARCH s USING INDEX shifts_begins")
    assert not [step for step in steps if step.startswith("SCAN")]
