"""派驻 through the administrator's pages: written down, ended, put right; refused with what was typed."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.journal import timeline
from backend.office.personnel.queries.attachments import attachments_of
from backend.office.personnel.sentences import told
from tests.office.personnel.people import version_of
from tests.rig.cast import Cast

JIANG = officer_id("dangban")
TYPED = {"department": str(unit_id("sfj")), "first_day": "2024-03-01", "paper": "示司〔2024〕5号"}


async def send(client: httpx.AsyncClient, address: str, **form: Any) -> httpx.Response:
    return await client.post(address, data={"version": str(await version_of("officers", JIANG))} | form)


async def written(client: httpx.AsyncClient) -> UUID:
    answer = await send(client, f"/officers/{JIANG}/attachments", **TYPED)
    assert answer.headers["location"] == f"/officers/{JIANG}"
    [found] = await attachments_of(JIANG)
    return found.id


async def test_it_is_written_down_with_its_paper(cast: Cast) -> None:
    here = await cast.browser("guanli")
    await written(here)
    [found] = await attachments_of(JIANG)
    assert (found.name, str(found.first_day), found.last_day) == ("县司法局", "2024-03-01", None)
    assert [told(moment) for moment in await timeline("officer", JIANG)] == [
        "登记派驻：县司法局派驻（示司〔2024〕5号），2024-03-01起"
    ]
    assert "县司法局" in (await here.get(f"/officers/{JIANG}")).text


async def test_its_last_day_ends_it(cast: Cast) -> None:
    here = await cast.browser("guanli")
    attachment = await written(here)
    assert "2024-03-01" in (await here.get(f"/attachments/{attachment}/edit")).text
    await send(here, f"/attachments/{attachment}", **TYPED, last_day="2026-11-30")
    [found] = await attachments_of(JIANG)
    assert str(found.last_day) == "2026-11-30"


async def test_a_department_that_is_not_here_is_written_by_name(cast: Cast) -> None:
    here = await cast.browser("guanli")
    await send(
        here,
        f"/officers/{JIANG}/attachments",
        **TYPED | {"department": "", "department_name": "县自然资源局"},
    )
    assert [found.name for found in await attachments_of(JIANG)] == ["县自然资源局"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"department": ""}, "选派出单位，名单里没有的写名称"),
        ({"department": str(unit_id("sfz-pcs"))}, "从列出的单位里选"),
        ({"first_day": ""}, "填年月日"),
        ({"last_day": "2024-02-29"}, "不能早于开始那天"),
    ],
)
async def test_a_refusal_keeps_what_was_typed(cast: Cast, change: dict[str, str], sentence: str) -> None:
    here = await cast.browser("guanli")
    answer = await send(here, f"/officers/{JIANG}/attachments", **TYPED | change)
    assert sentence in answer.text
    assert "示司〔2024〕5号" in answer.text
    assert await attachments_of(JIANG) == []


async def test_who_was_slower_writes_over_nothing(cast: Cast) -> None:
    here = await cast.browser("guanli")
    form = TYPED | {"version": "1"}
    await here.post(f"/officers/{JIANG}/attachments", data=form)
    assert (await here.post(f"/officers/{JIANG}/attachments", data=form)).status_code == 409
    assert len(await attachments_of(JIANG)) == 1
