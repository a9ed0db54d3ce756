"""执法证 through the administrator's pages: written down, suspended, restored; counted at once."""

from datetime import datetime
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import row, rows
from backend.foundation.journal import timeline
from backend.foundation.people.queries import certificates_of, certified_at
from tests.office.personnel.people import CERTIFICATE, version_of
from tests.rig.cast import Cast
from tests.rig.clock import Clock

SHEN, LU = officer_id("duiyuan"), officer_id("xieguan")
MORNING = "2026-11-23T09:10:00+08:00"


async def send(
    client: httpx.AsyncClient, address: str, *, holder: UUID = SHEN, **form: Any
) -> httpx.Response:
    version = str(await version_of("officers", holder))
    return await client.post(address, data={"version": version} | form)


async def certificate(officer: UUID = SHEN) -> UUID:
    return (await certificates_of(officer))[0].id


async def counts(at: str) -> bool:
    return SHEN in await certified_at([SHEN], datetime.fromisoformat(at))


async def test_a_certificate_is_written_down_with_whole_days(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await send(here, f"/officers/{LU}/certificates", holder=LU, **CERTIFICATE)
    assert answer.headers["location"] == f"/officers/{LU}"
    [held] = await certificates_of(LU)
    assert held.valid_from == datetime.fromisoformat("2026-01-01T00:00:00+08:00")
    assert held.valid_until == datetime.fromisoformat("2030-12-31T23:59:59.999999+08:00")
    [moment] = await timeline("officer", LU)
    assert moment.kind == "certificate.added"
    assert "登记执法证：SF-0417-2601，2026-01-01到2030-12-31" in (await here.get(f"/officers/{LU}")).text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"last_day": "2025-12-31"}, "要晚于起始日期"),
        ({"first_day": "下个月"}, "填年月日"),
        ({"first_day": "2026-02-30"}, "填年月日"),
        ({"number": ""}, "必须填写"),
    ],
)
async def test_a_refusal_keeps_what_was_typed(cast: Cast, change: dict[str, str], sentence: str) -> None:
    here = await cast.browser("guanli")
    answer = await send(here, f"/officers/{LU}/certificates", holder=LU, **CERTIFICATE | change)
    assert answer.status_code in (400, 422)
    assert sentence in answer.text
    assert 'value="省司法厅"' in answer.text
    assert await certificates_of(LU) == []


async def test_what_was_written_down_wrong_is_put_right(cast: Cast) -> None:
    here = await cast.browser("guanli")
    held = await certificate()
    assert 'value="SF-0417-2201"' in (await here.get(f"/certificates/{held}/edit")).text
    await send(here, f"/certificates/{held}", **CERTIFICATE)
    assert [known.number for known in await certificates_of(SHEN)] == ["SF-0417-2601"]


async def test_a_suspension_counts_at_once_and_a_restoration_too(cast: Cast, clock: Clock) -> None:
    clock.at(MORNING)
    here, held = await cast.browser("guanli"), await certificate()
    await send(here, f"/certificates/{held}/suspension", reason="涉嫌违规，接受核查")
    assert not await counts(MORNING)
    assert await counts("2026-11-23T09:09:59+08:00"), "what was done before stays as it was"
    assert "涉嫌违规，接受核查" in (await here.get(f"/officers/{SHEN}")).text
    clock.later(hours=2)
    await send(here, f"/certificates/{held}/restoration")
    assert await counts("2026-11-23T11:10:00+08:00")
    assert not await counts("2026-11-23T11:09:59+08:00")
    kinds = [moment.kind for moment in await timeline("officer", SHEN)]
    assert kinds == ["certificate.suspended", "certificate.restored"]


async def test_a_suspension_needs_its_reason(cast: Cast) -> None:
    here, held = await cast.browser("guanli"), await certificate()
    assert (await send(here, f"/certificates/{held}/suspension", reason=" ")).status_code == 422
    assert await rows("SELECT id FROM suspensions WHERE certificate = ?", held) == []


async def test_twice_is_harmless(cast: Cast) -> None:
    here, held = await cast.browser("guanli"), await certificate()
    assert (await send(here, f"/certificates/{held}/restoration")).status_code == 409
    await send(here, f"/certificates/{held}/suspension", reason="核查")
    assert (await send(here, f"/certificates/{held}/suspension", reason="再核查")).status_code == 409
    assert await row("SELECT reason FROM suspensions WHERE certificate = ?", held) == {"reason": "核查"}


@pytest.mark.parametrize("noun", ["", "/suspension", "/restoration"])
async def test_a_certificate_out_of_reach_is_not_found(cast: Cast, noun: str) -> None:
    here, held = await cast.browser("guanli"), await certificate(officer_id("linzhen"))
    assert (await send(here, f"/certificates/{held}{noun}", **CERTIFICATE, reason="x")).status_code == 404
    assert (await here.get(f"/certificates/{held}/edit")).status_code == 404
