"""Whoever an event is addressed to has it in the inbox with the commit; drills are marked, off duty stays quiet."""

from uuid import uuid4

from backend.field.assists.commands.escalation import escalate
from tests.field.assists.calls import Calls
from tests.field.street import notices_about


async def inbox(assist: str) -> list[tuple[str, str, bool, bool]]:
    found = await notices_about("assist", assist)
    return [(each["username"], each["title"], bool(each["urgent"]), bool(each["exercise"])) for each in found]


async def test_who_is_on_duty_has_it_and_who_is_not_stays_quiet(calls: Calls) -> None:
    await calls.on_duty("minjing", "zhihui")
    assist = await calls.raised()
    title = "沈禾发出紧急支援：围堵阻碍"
    assert await inbox(assist) == [("minjing", title, True, False), ("zhihui", title, True, False)]


async def test_whoever_called_learns_who_comes_and_that_is_no_alarm(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised()
    calls.street.clock.later(seconds=5)
    await calls.do("minjing", assist, "acknowledgement")
    told = [each for each in await inbox(assist) if each[0] == "duiyuan"]
    assert told == [("duiyuan", "支援：已接警：围堵阻碍", False, False)]


async def test_a_drill_is_one_in_every_inbox(calls: Calls) -> None:
    await calls.on_duty("minjing", "zhihui")
    assert {drill for *_, drill in await inbox(await calls.raised(exercise=True))} == {True}


async def test_a_handover_reaches_the_one_it_is_for_at_any_hour(calls: Calls) -> None:
    assist = await calls.acknowledged()
    calls.street.clock.later(seconds=5)
    await calls.do("minjing", assist, "handover", {"to": "suozhang", "note": "我在出别的警"})
    assert ("suozhang", "请你接手沈禾的支援：围堵阻碍", True, False) in await inbox(assist)


async def test_what_was_sent_twice_is_told_once(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist, key = await calls.raised(), uuid4()
    for _ in range(2):
        await calls.post("duiyuan", assist, "reinforcement", {"text": "再来两人"}, key=key)
    assert [each[1] for each in await inbox(assist) if each[0] == "suozhang"] == [
        "沈禾的支援请求增援：围堵阻碍"
    ]


async def test_where_no_township_is_known_it_goes_on_ringing_for_the_countys_public_security(
    calls: Calls,
) -> None:
    await calls.on_duty("gongan")
    assist = await calls.raised("yingji", position=None)
    calls.street.clock.later(seconds=60)
    await escalate()
    calls.street.clock.later(seconds=5)
    await calls.do("yingji", assist, "reinforcement", {"text": "再来两人"})
    assert [each[1].partition("：")[0] for each in await inbox(assist) if each[0] == "gongan"] == [
        "邵凌霄发出紧急支援",
        "邵凌霄的支援还没有人接警",
        "邵凌霄的支援请求增援",
    ]
