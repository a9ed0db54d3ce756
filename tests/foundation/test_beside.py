"""What goes on beside the answering goes on through a failure, and ends when it is told to."""

import asyncio
import logging
from datetime import timedelta

import pytest

from backend.foundation.beside import Beside, Joined, going_on, keep_doing
from tests.rig.patience import PATIENCE_S

AT_ONCE, NEVER = timedelta(0), timedelta(days=1)


class Work:
    """Fails as often as it is told to, and says when it has been done so many times."""

    def __init__(self, *, failures: int = 0, wanted: int) -> None:
        self.done, self.failures, self.wanted = 0, failures, wanted
        self.begun, self.enough = asyncio.Event(), asyncio.Event()

    async def __call__(self) -> None:
        self.done += 1
        self.begun.set()
        if self.done == self.wanted:
            self.enough.set()
        if self.done <= self.failures:
            raise ConnectionError


async def test_a_failure_ends_nothing_and_is_told_once_in_a_row(caplog: pytest.LogCaptureFixture) -> None:
    beside, work = Beside("trial"), Work(failures=3, wanted=5)
    with caplog.at_level(logging.ERROR):
        beside.begin(keep_doing(work, AT_ONCE, "looking around"))
        await work.enough.wait()
        await beside.end()
    assert [record.getMessage() for record in caplog.records] == ["looking around failed; it goes on"]


async def test_a_failure_after_it_went_well_again_is_told_anew(caplog: pytest.LogCaptureFixture) -> None:
    beside, done, enough = Beside("trial"), 0, asyncio.Event()

    async def every_other() -> None:
        nonlocal done
        done += 1
        if done == 4:
            enough.set()
        if done % 2:
            raise ConnectionError

    with caplog.at_level(logging.ERROR):
        beside.begin(keep_doing(every_other, AT_ONCE, "looking around"))
        await enough.wait()
        await beside.end()
    assert len(caplog.records) == 2


@pytest.mark.parametrize("turns", range(5))
async def test_an_end_that_comes_together_with_a_wake_is_not_lost(turns: int) -> None:
    work, woken = Work(wanted=1), asyncio.Event()
    looking = asyncio.create_task(keep_doing(work, NEVER, "looking around", woken=woken))
    await work.enough.wait()
    woken.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    looking.cancel()
    await asyncio.wait([looking], timeout=PATIENCE_S)
    assert looking.cancelled()


async def test_whoever_wakes_it_does_not_wait_for_the_next_look() -> None:
    beside, work, woken = Beside("trial"), Work(wanted=2), asyncio.Event()
    beside.begin(keep_doing(work, NEVER, "looking around", woken=woken))
    await work.begun.wait()
    woken.set()
    await work.enough.wait()
    await beside.end()
    assert work.done == 2


async def test_a_wake_during_the_work_is_not_lost() -> None:
    woken, enough, done = asyncio.Event(), asyncio.Event(), 0

    async def work() -> None:
        nonlocal done
        done += 1
        (woken if done == 1 else enough).set()

    beside = Beside("trial")
    beside.begin(keep_doing(work, NEVER, "looking around", woken=woken))
    await enough.wait()
    await beside.end()
    assert done == 2


async def test_what_is_under_way_stops_where_it_stands_and_can_begin_anew() -> None:
    beside, begun, broken_off = Beside("trial"), asyncio.Event(), False

    async def work() -> None:
        nonlocal broken_off
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            broken_off = True
            raise

    beside.begin(work())
    await begun.wait()
    await beside.end()
    assert broken_off
    await beside.end()
    await beside.settled()


async def test_what_goes_on_beside_a_block_ends_with_it_however_that_ends() -> None:
    work = Work(wanted=2)

    async def block() -> None:
        async with going_on("trial", keep_doing(work, AT_ONCE, "looking around")):
            await work.enough.wait()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await block()
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "trial"]


async def test_all_who_ask_while_it_is_under_way_share_one_run() -> None:
    joined, work = Joined[str]("copy", expected=ConnectionError), Work(wanted=1)
    await asyncio.gather(
        *(joined.wait_for("a", work) for _ in range(3)), joined.wait_for("b", Work(wanted=1))
    )
    assert work.done == 1
    await joined.wait_for("a", work)
    assert work.done == 2


async def test_whoever_waits_hears_of_a_failure_and_the_log_only_of_an_unexpected_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    expected = Joined[str]("copy", expected=ConnectionError)
    unexpected = Joined[str]("copy", expected=ZeroDivisionError)
    with caplog.at_level(logging.ERROR):
        for joined in (expected, unexpected):
            with pytest.raises(ConnectionError):
                await joined.wait_for("a", Work(failures=1, wanted=1))
    assert [record.getMessage() for record in caplog.records] == ["copy a failed"]


async def test_one_who_stops_waiting_leaves_the_run_to_the_others() -> None:
    joined, begun, go_on, done = (
        Joined[str]("copy", expected=ConnectionError),
        asyncio.Event(),
        asyncio.Event(),
        0,
    )

    async def work() -> None:
        nonlocal done
        begun.set()
        await go_on.wait()
        done += 1

    first, second = (asyncio.create_task(joined.wait_for("a", work)) for _ in range(2))
    await begun.wait()
    first.cancel()
    go_on.set()
    await second
    assert done == 1
    await joined.end()
