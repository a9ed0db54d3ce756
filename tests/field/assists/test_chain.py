"""时间链: on the patrol's page and in the ledger; drills say so."""

from typing import Any

import pytest

from backend.field.assists.commands.escalation import escalate
from tests.field.assists.calls import BY_RADIO, Calls


async def told(calls: Calls, **changes: Any) -> str:
    """A patrol with a call of a quarter of an hour; the patrol's id."""
    patrol = await calls.street.patrol()
    assist = await calls.raised(alarm_number="20261120-0186", **changes)
    calls.street.clock.later(seconds=38)
    await calls.do("zhihui", assist, "acknowledgement", BY_RADIO)
    calls.street.clock.later(minutes=4)
    await calls.do("minjing", assist, "arrival")
    calls.street.clock.later(minutes=10)
    await calls.do("minjing", assist, "resolution", {"note": "带离两人"})
    return patrol


@pytest.mark.parametrize("path", ["/patrols/{}", "/ledger/{}"])
async def test_the_page_tells_each_moment_and_who(calls: Calls, path: str) -> None:
    patrol = await told(calls)
    page = (await calls.street.page("lingdao", path.format(patrol))).text
    for words in ("支援：围堵阻碍", "12:00:00", "按下 沈禾", "12:00:38", "已接警 周青岩", "12:04:38", "到场 周青岩",
                  "12:14:38", "20261120-0186", "带离两人"):  # fmt: skip
        assert words in page, words


@pytest.mark.parametrize("path", ["/patrols/{}", "/ledger/{}"])
async def test_a_drill_is_told_as_one(calls: Calls, path: str) -> None:
    patrol = await told(calls, exercise=True)
    assert "演练" in (await calls.street.page("lingdao", path.format(patrol))).text


async def test_what_the_server_did_by_itself_stands_among_them(calls: Calls) -> None:
    patrol = await calls.street.patrol()
    await calls.raised()
    calls.street.clock.later(seconds=70)
    await escalate()
    assert "12:01:00" in (await calls.street.page("lingdao", f"/patrols/{patrol}")).text


async def test_another_patrol_shows_none_of_it(calls: Calls) -> None:
    await told(calls)
    other = await calls.street.patrol("duizhang", kind="routine", crew=["duizhang"])
    assert "支援：围堵阻碍" not in (await calls.street.page("lingdao", f"/patrols/{other}")).text
