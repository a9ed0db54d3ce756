"""What rings on whose screens: on duty or told urgently, until somebody takes it; off duty it is shown and silent."""

import pytest

from tests.field.assists.calls import Calls


async def alarms(calls: Calls, who: str, here: str = "/") -> str:
    """The part every page asks for."""
    client = await calls.street.cast.browser(who)
    answer = await client.get(
        "/assists/alarms", headers={"HX-Request": "true", "HX-Current-URL": f"https://x{here}"}
    )
    assert answer.status_code == 200, answer.text
    return answer.text


async def rings(calls: Calls, who: str, assist: str) -> bool:
    return f'data-ringing="{assist}"' in await alarms(calls, who)


async def test_it_rings_for_who_is_on_duty_and_for_nobody_else(calls: Calls) -> None:
    await calls.on_duty("minjing", "zhihui", "duizhang")
    assist = await calls.raised()
    heard = [
        who
        for who in ("minjing", "zhihui", "duizhang", "suozhang", "lingdao", "xieguan", "duiyuan", "linzhen")
        if await rings(calls, who, assist)
    ]
    assert heard == ["minjing", "zhihui", "duizhang"]


async def test_what_rings_tells_the_dangers_and_the_place_before_anybody_opens_it(calls: Calls) -> None:
    await calls.on_duty("minjing")
    await calls.raised(hazards=["持械", "有犬"])
    told = await alarms(calls, "minjing")
    assert (
        told.index("围堵阻碍") < told.index("持械、有犬") < told.index("农贸市场附近") < told.index("已接警")
    )


async def test_off_duty_the_page_shows_it_and_is_silent(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised()
    page = (await calls.street.page("suozhang", f"/assists/{assist}")).text
    assert "还没有人接警" in page
    assert "data-ringing-here" not in page
    assert "data-ringing-here" in (await calls.street.page("minjing", f"/assists/{assist}")).text


async def test_who_comes_on_duty_meanwhile_hears_it_too(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised()
    await calls.on_duty("suozhang")
    assert await rings(calls, "suozhang", assist)


async def test_it_stops_for_everybody_when_police_take_it(calls: Calls) -> None:
    await calls.on_duty("minjing", "zhihui")
    assist = await calls.raised()
    calls.street.clock.later(seconds=5)
    await calls.do("minjing", assist, "acknowledgement")
    assert not await rings(calls, "minjing", assist)
    assert not await rings(calls, "zhihui", assist)


async def test_a_colleague_who_responds_is_silent_and_police_ring_on(calls: Calls) -> None:
    await calls.on_duty("minjing", "zhihui")
    assist = await calls.raised()
    await calls.do("zhihui", assist, "acknowledgement")
    assert not await rings(calls, "zhihui", assist)
    assert await rings(calls, "minjing", assist)


async def test_asked_for_more_it_rings_again_until_one_more_comes(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.acknowledged()
    calls.street.clock.later(seconds=30)
    await calls.do("duiyuan", assist, "reinforcement", {"text": "再来两人"})
    assert "请求增援" in await alarms(calls, "suozhang")
    assert not await rings(calls, "minjing", assist)
    calls.street.clock.later(seconds=5)
    await calls.do("suozhang", assist, "acknowledgement")
    assert not await rings(calls, "suozhang", assist)


async def test_who_is_asked_to_take_over_hears_it(calls: Calls) -> None:
    assist = await calls.acknowledged()
    calls.street.clock.later(seconds=5)
    await calls.do("minjing", assist, "handover", {"to": "suozhang"})
    assert "请你接手" in await alarms(calls, "suozhang")


async def test_a_test_of_the_machinery_rings_nowhere_and_a_drill_says_so(calls: Calls) -> None:
    await calls.on_duty("minjing")
    test, drill = await calls.raised(status="test"), await calls.raised(exercise=True)
    assert not await rings(calls, "minjing", test)
    told = await alarms(calls, "minjing")
    assert f'data-ringing="{drill}"' in told
    assert "【演练】" in told


async def test_on_its_own_page_the_bar_leaves_it_out(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised()
    assert assist not in await alarms(calls, "minjing", f"/assists/{assist}")


@pytest.mark.parametrize("severity", ["urgent", "emergency"])
async def test_the_more_urgent_stands_whole_the_others_as_links(calls: Calls, severity: str) -> None:
    await calls.on_duty("minjing")
    first = await calls.raised(severity="routine")
    other = await calls.raised(severity=severity)
    told = await alarms(calls, "minjing")
    assert told.index(f'data-ringing="{other}"') < told.index(f'data-ringing="{first}"')
    assert f"/api/v1/assists/{other}/acknowledgement" in told
    assert f"/api/v1/assists/{first}/acknowledgement" not in told


@pytest.mark.parametrize(("answered", "lines"), [(False, 0), (True, 1)])
async def test_over_the_page_of_a_call_the_others_are_a_line_and_one_tells_whether_it_sounds(
    calls: Calls, *, answered: bool, lines: int
) -> None:
    await calls.on_duty("minjing")
    here, other = await calls.raised(), await calls.raised()
    if answered:
        await calls.do("minjing", here, "acknowledgement")
    told = await alarms(calls, "minjing", f"/assists/{here}")
    assert f'href="/assists/{other}" data-ringing="{other}"' in told
    assert "acknowledgement" not in told
    assert told.count("data-tone") == lines
