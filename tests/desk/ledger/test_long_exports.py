"""A long export is written beside the answering: with its progress, one at a time, through a restart, for its owner, for a day."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.desk.ledger.export import answering, reading
from backend.desk.ledger.export.commands import KEPT, LEASE, claim, next_waiting, sweep
from backend.desk.ledger.export.files import folder, unfinished
from backend.desk.ledger.export.running import run, run_waiting
from backend.foundation.database import rows
from backend.foundation.now import now
from tests.desk.ledger.taking import by_calamine, by_csv, events, state
from tests.field.street import Street, ago

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 0)
    monkeypatch.setattr("backend.desk.ledger.export.pages.AT_ONCE", 0)
    monkeypatch.setattr(reading, "PAGE", 2)


async def asked(street: Street, who: str = "lingdao", **form: str) -> str:
    """An export put down from the page; its id."""
    await street.page(who, "/ledger")
    answer = await browser(street, who).post("/ledger/exports", data={"format": "xlsx"} | form, headers=HTMX)
    assert answer.status_code == 200, answer.text
    return answer.text.split('id="export-')[1][:36]


def browser(street: Street, who: str = "lingdao") -> httpx.AsyncClient:
    return street.clients[f"{who} in a browser"]


async def until(there: Callable[[], bool]) -> None:
    while not there():  # noqa: ASYNC110 — a file tells nobody that it has come
        await asyncio.sleep(0)


async def progress(street: Street, export: str) -> str:
    return (await browser(street).get(f"/ledger/exports/{export}/progress", headers=HTMX)).text


async def taken(street: Street, export: str, who: str = "lingdao") -> httpx.Response:
    await street.page(who, "/ledger")
    return await browser(street, who).get(f"/ledger/exports/{export}")


async def five(street: Street, title: str = "巡查") -> None:
    for hour in range(2, 7):
        await street.finding(await street.patrol(title=title, started_at=ago(hours=hour)))


async def test_it_waits_then_is_written_then_lies_ready(street: Street) -> None:
    await five(street)
    export = await asked(street)
    assert 'hx-trigger="every 1s"' in await progress(street, export)
    assert (await taken(street, export)).status_code == 409
    await run_waiting()
    ready = await progress(street, export)
    assert "hx-trigger" not in ready
    assert f'href="/ledger/exports/{export}"' in ready
    content = (await taken(street, export)).content
    assert (len(by_calamine(content)), len(by_calamine(content, "发现"))) == (5, 5)


async def test_the_bar_follows_the_pages(street: Street) -> None:
    await five(street)
    export = await asked(street)
    await rows("UPDATE exports SET state = 'running', written = 4 WHERE id = ?", UUID(export))
    assert "已写 4/5 次巡查" in await progress(street, export)
    await rows("UPDATE exports SET written = 7 WHERE id = ?", UUID(export))
    assert "正在写发现 2/5" in await progress(street, export)
    assert 'value="7" max="10"' in await progress(street, export)


async def test_a_second_tap_finds_the_one_under_way(street: Street) -> None:
    await five(street)
    first = await asked(street)
    assert await asked(street) == first
    assert await asked(street, format="csv") != first
    assert await asked(street, state="active") != first
    await run_waiting()
    assert await asked(street) != first


async def test_what_reaches_the_server_later_is_not_in_it(street: Street) -> None:
    await five(street)
    export = await asked(street, format="csv")
    street.clock.later(seconds=1)
    await street.patrol(title="later")
    await run_waiting()
    assert [line["名称"] for line in by_csv((await taken(street, export)).content)] == ["巡查"] * 5


async def test_nobody_else_finds_it(street: Street) -> None:
    await five(street)
    export = await asked(street)
    await run_waiting()
    for who in ("duizhang", "linzhen"):
        assert (await taken(street, export, who)).status_code == 404
        assert export not in (await street.page(who, "/ledger/exports")).text
    assert export in (await street.page("lingdao", "/ledger/exports")).text


async def test_it_is_taken_away_after_a_day(street: Street) -> None:
    await five(street)
    export = await asked(street)
    await run_waiting()
    street.clock.later(hours=24)
    assert await sweep(now()) == 0
    street.clock.later(seconds=1)
    assert await sweep(now()) == 1
    script = await street.cast.script("lingdao")
    assert (await script.get(f"/ledger/exports/{export}")).status_code == 410
    assert export not in (await script.get("/ledger/exports")).text
    assert not list(folder().glob(f"{export}*"))
    assert len(await events("ledger.exported")) == 1
    assert timedelta(hours=24) == KEPT


async def test_half_a_file_of_a_killed_server_is_swept_once_nobody_writes_it(street: Street) -> None:
    await five(street)
    export = UUID(await asked(street))
    assert await claim(export, now())
    half = unfinished(export)
    half.write_bytes(b"names")
    street.clock.later(seconds=LEASE.total_seconds())
    await sweep(now())
    assert half.exists()
    street.clock.later(seconds=1)
    await sweep(now())
    assert not half.exists()


async def test_exports_take_turns(street: Street) -> None:
    await five(street)
    first = await asked(street)
    street.clock.later(seconds=1)
    second = await asked(street, "duizhang")
    assert await next_waiting(now()) == UUID(first)
    assert await claim(UUID(first), now())
    assert await next_waiting(now()) is None
    assert await claim(UUID(first), now()) is None
    assert (await state(first), await state(second)) == ("running", "waiting")


async def test_a_server_that_died_over_it_is_followed_by_another(street: Street) -> None:
    await five(street)
    export = await asked(street, format="csv")
    assert await claim(UUID(export), now())
    street.clock.later(seconds=LEASE.total_seconds())
    await run_waiting()
    assert await state(export) == "running"
    street.clock.later(seconds=1)
    await run_waiting()
    assert await state(export) == "ready"
    assert len(by_csv((await taken(street, export)).content)) == 5


async def test_a_server_that_stops_gives_it_back(own_street: Street) -> None:
    await five(own_street)
    export = await asked(own_street)
    held = await claim(UUID(export), now())
    assert held is not None
    writing = asyncio.create_task(run(held))
    await until(lambda: bool(list(folder().glob(f"{export}*.part"))))
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert (await state(export), list(folder().glob(f"{export}*"))) == ("waiting", [])
    await run_waiting()
    assert await state(export) == "ready"


async def test_who_left_meanwhile_gets_nothing(street: Street) -> None:
    await five(street)
    export = await asked(street)
    await rows("UPDATE officers SET left_at = ? WHERE username = 'lingdao'", now())
    await run_waiting()
    assert await state(export) == "failed"
    assert await events("ledger.exported") == []


async def test_a_failure_is_told_in_words(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    await five(street)
    export = await asked(street)
    monkeypatch.setattr("backend.desk.ledger.export.commands.MOST_ROWS", 3)
    await run_waiting()
    assert "超过一张表能放的行数" in await progress(street, export)
    assert not list(folder().glob(f"{export}*"))


async def test_a_script_waits_for_its_file(own_street: Street) -> None:
    await five(own_street)
    waiting = asyncio.create_task(own_street.get("lingdao", "/patrols.csv"))
    while not waiting.done():
        await run_waiting()
        await asyncio.sleep(0)
    answer = await waiting
    assert len(by_csv(answer.content)) == 5
    assert not list(folder().glob("*"))


async def test_without_a_script_the_page_of_exports_follows(street: Street) -> None:
    await five(street)
    await street.page("lingdao", "/ledger")
    answer = await browser(street).post("/ledger/exports", data={"format": "csv", "state": "active"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/ledger/exports")


@pytest.mark.parametrize("form", [{"format": "pdf"}, {}, {"format": "csv", "state": "open"}])
async def test_what_cannot_be_exported_is_refused(street: Street, form: dict[str, Any]) -> None:
    await street.page("lingdao", "/ledger")
    assert (await browser(street).post("/ledger/exports", data=form)).status_code == 400
