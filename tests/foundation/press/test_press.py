"""A job gives its result or fails alone; the press goes on."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.foundation.press import JobFailed, JobLost, JobTimedOut, Press, PressClosed
from backend.foundation.press.process import Limits
from tests.foundation.press import jobs as shown
from tests.rig.patience import until

JOBS = {
    name: f"{shown.__name__}:{name}"
    for name in (
        [
            "double",
            "environment",
            "priority",
            "talkative",
            "large",
            "torn",
            "stumble",
            "devour",
            "crash",
            "hang",
            "leave_a_mark",
            "missing",
        ]
    )
}


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    press = Press(JOBS, Limits(jobs=50))
    await press.start()
    yield press
    await press.stop()


async def test_a_job_gives_its_result(press: Press) -> None:
    assert await press.run("double", {"number": 21}) == 42
    assert press.state().done == 1


async def test_results_may_be_large(press: Press) -> None:
    assert await press.run("large", {"size": 5_000_000}) == b"x" * 5_000_000


async def test_only_listed_jobs_run(press: Press) -> None:
    with pytest.raises(KeyError):
        await press.run("os.system", {"command": "true"})


async def test_the_process_is_polite_and_knows_no_secrets(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    assert await press.run("priority", {}) >= 10
    assert "DATABASE_URL" not in await press.run("environment", {})


async def test_a_library_that_prints_does_not_spoil_the_answer(press: Press) -> None:
    assert await press.run("talkative", {}) == "heard"


async def test_a_refusal_keeps_its_code_and_words(press: Press) -> None:
    with pytest.raises(JobFailed) as failure:
        await press.run("torn", {})
    assert (failure.value.code, failure.value.words) == ("sheet_torn", "at the corner")


@pytest.mark.parametrize(
    ("job", "code"),
    [("stumble", "ZeroDivisionError"), ("devour", "MemoryError"), ("missing", "AttributeError")],
)
async def test_a_job_that_stumbles_fails_alone(press: Press, job: str, code: str) -> None:
    with pytest.raises(JobFailed) as failure:
        await press.run(job, {})
    assert failure.value.code == code
    assert await press.run("double", {"number": 1}) == 2
    assert press.state().starts == 1


async def test_a_job_that_kills_the_process_fails_alone(press: Press) -> None:
    lost, *fine = await asyncio.gather(
        press.run("crash", {}),
        *(press.run("double", {"number": n}) for n in range(3)),
        return_exceptions=True,
    )
    assert isinstance(lost, JobLost)
    assert fine == [0, 2, 4]
    assert press.state().starts == 2


async def test_a_job_that_hangs_is_ended(press: Press, tmp_path: Path) -> None:
    with pytest.raises(JobTimedOut):
        await press.run("hang", {"until": str(tmp_path / "never")}, seconds=0.2)
    assert await press.run("double", {"number": 4}) == 8


async def test_a_caller_that_goes_away_while_its_job_runs_disturbs_nobody(
    press: Press, tmp_path: Path
) -> None:
    gone = asyncio.create_task(press.run("hang", {"until": str(tmp_path / "go")}))
    await until(lambda: press.state().pid is not None)
    gone.cancel()
    (tmp_path / "go").touch()
    assert await press.run("double", {"number": 5}) == 10
    assert press.state().starts == 1


async def test_a_job_nobody_waits_for_any_more_is_skipped(press: Press, tmp_path: Path) -> None:
    first = asyncio.create_task(press.run("hang", {"until": str(tmp_path / "go")}))
    second = asyncio.create_task(press.run("leave_a_mark", {"path": str(tmp_path / "mark")}))
    await until(lambda: press.state().pid is not None)
    second.cancel()
    (tmp_path / "go").touch()
    await first
    await press.run("double", {"number": 1})
    assert not (tmp_path / "mark").exists()


async def test_what_is_urgent_goes_first(press: Press, tmp_path: Path) -> None:
    done: list[str] = []

    async def note(word: str, *, urgent: bool) -> None:
        await press.run("double", {"number": 1}, urgent=urgent)
        done.append(word)

    first = asyncio.create_task(press.run("hang", {"until": str(tmp_path / "go")}))
    later = [
        asyncio.create_task(note("demo", urgent=False)),
        asyncio.create_task(note("letter", urgent=True)),
    ]
    await until(lambda: press.state().waiting == 2)
    (tmp_path / "go").touch()
    await asyncio.gather(first, *later)
    assert done == ["letter", "demo"]


async def test_the_process_is_replaced_after_its_number_of_jobs(tmp_path: Path) -> None:
    press = Press(JOBS, Limits(jobs=2))
    await press.start()
    for _ in range(5):
        await press.run("leave_a_mark", {"path": str(tmp_path / "mark")})
    await press.stop()
    pids = (tmp_path / "mark").read_text().split()
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [2, 2, 1]


async def test_the_process_is_replaced_once_it_has_grown(press: Press) -> None:
    grown = Press(JOBS, Limits(replace_above_bytes=1))
    await grown.start()
    await grown.run("double", {"number": 1})
    assert grown.state().pid is None
    assert await grown.run("double", {"number": 2}) == 4
    await grown.stop()


async def test_closing_tells_everybody_who_waits(tmp_path: Path) -> None:
    press = Press(JOBS)
    await press.start()
    waiting = [asyncio.create_task(press.run("hang", {"until": str(tmp_path / "never")})) for _ in range(3)]
    await until(lambda: press.state().pid is not None)
    await press.stop()
    assert all(isinstance(end, PressClosed) for end in await asyncio.gather(*waiting, return_exceptions=True))
    assert press.state().pid is None
    with pytest.raises(PressClosed):
        await press.run("double", {"number": 1})
