"""经过 in words: every act of a call is told, drills say so in each line, positions are one line."""

from uuid import UUID, uuid4

from backend.field.assists.commands.escalation import escalate
from backend.field.assists.queries.history import history
from tests.field.assists.calls import BY_RADIO, MARKET, Calls


async def told(assist: str) -> list[str]:
    return [line.sentence for line in await history(UUID(assist))]


async def test_a_whole_call_in_sentences(calls: Calls) -> None:
    assist = await calls.raised(position={"lat": 0, "lon": 0})
    calls.street.clock.later(seconds=60)
    await escalate()
    await calls.do("zhihui", assist, "acknowledgement", BY_RADIO)
    await calls.street.patch("duiyuan", f"/assists/{assist}", {"hazards": ["持械"], "alarm_number": "0186"})
    await calls.do("duizhang", assist, "departure")
    await calls.do("minjing", assist, "handover", {"to": "suozhang", "note": "另有警情"})
    await calls.do("suozhang", assist, "arrival")
    await calls.do("suozhang", assist, "reinforcement", {"text": "再来两人"})
    await calls.do("duiyuan", assist, "remarks", {"text": "对方散了"})
    await calls.do("duizhang", assist, "withdrawal", {"reason": "车坏了"})
    await calls.do("suozhang", assist, "resolution", {"note": "带离两人"})
    await calls.do("suozhang", assist, "outcome", {"evidence": "视频两段", "dispersed": 12})
    assert await told(assist) == [
        "发出紧急支援：围堵阻碍（坐标为0，不可信）",
        "无人接警，已通知全所民警和所长",
        "周青岩 已接警（代为确认，对讲机答复：“马上到”）",
        "现场危险改为“持械”，110接警编号改为“0186”",
        "韩立夏 出发",
        "请白景明接手，对方接警前仍由本人负责：另有警情",
        "白景明 到场",
        "请求增援：再来两人",
        "现场补充：对方散了",
        "韩立夏 不能前往：车坏了",
        "处置完毕：带离两人",
        "处置情况：固定证据：视频两段，疏散12人",
    ]


async def test_a_change_beside_another_one_says_so_and_one_made_blind_too(calls: Calls) -> None:
    assist = await calls.raised()
    await calls.street.patch("zhihui", f"/assists/{assist}", {"hazards": ["持械"], "base": 1})
    await calls.street.patch("duiyuan", f"/assists/{assist}", {"alarm_number": "0186", "base": 1})
    await calls.street.patch("duiyuan", f"/assists/{assist}", {"hazards": ["火情"]})
    assert (await told(assist))[-2:] == [
        "110接警编号改为“0186”（与同时的其他改动合并）",
        "现场危险改为“火情”（未见到他人的改动）",
    ]


async def test_taken_back_or_a_false_alarm(calls: Calls) -> None:
    for body, words in (
        ({"reason": "对方走了"}, "撤回支援，原因：对方走了"),
        ({"reason": "误触", "false_alarm": True}, "确认为误报，原因：误触"),
    ):
        assist = await calls.raised()
        await calls.do("duiyuan", assist, "cancellation", body)
        assert (await told(assist))[-1] == words


async def test_a_drill_says_so_in_every_line(calls: Calls) -> None:
    assist = await calls.raised(exercise=True)
    await calls.do("minjing", assist, "acknowledgement")
    assert all(sentence.startswith("【演练】") for sentence in await told(assist))


async def test_positions_that_follow_one_another_are_one_line(calls: Calls) -> None:
    assist = await calls.raised()
    for _ in range(3):
        calls.street.clock.later(seconds=10)
        await calls.do("duiyuan", assist, "positions", {"position": MARKET}, key=uuid4())
    lines = await history(UUID(assist))
    assert [line.sentence for line in lines[1:]] == ["12:00 位置更新3个点"]
    assert len(lines[1].inner) == 3
