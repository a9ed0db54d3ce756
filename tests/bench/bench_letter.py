"""Setting a letter as PDF, warm: in the press, beside the bare compositor on what it is handed."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from statistics import median
from time import perf_counter
from typing import Any

import msgspec

from backend.foundation.letters.official import Contact, HandoffLetter, Material
from backend.foundation.letters.official.rendering import JOBS, PDF
from backend.foundation.letters.papers.paper import Check
from backend.foundation.letters.papers.setting import pdf
from backend.foundation.letters.wording import Correspondents, Office, in_words
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA
from backend.foundation.press.press import Press
from tests.bench.figures import Figure
from tests.rig.server import Servers

AIM_MS = 50.0
WARM, ROUNDS = 5, 60
AT = datetime(2026, 11, 23, 9, 5, tzinfo=CHINA)


def paper(number: int) -> dict[str, Any]:
    """No two alike, so that nothing of one letter can be taken for the next."""
    said = HandoffLetter(
        matter="未经许可从事餐厨垃圾收运",
        discovered_at=AT,
        place=f"振兴街{number}号后巷",
        party=f"示范县好又来农副产品批发有限责任公司第{number}分公司",
        facts="驾驶轻型货车收运餐厨垃圾，现场装有餐厨垃圾桶4只，未能出示许可。" * 3,
        basis="《城市生活垃圾管理办法》第十七条",
        stopped="执法人员当场劝阻，当事人已停止收运",
        told="同日16时55分已电话告知你局",
        materials=(Material(kind="案源材料", title="现场检查笔录", extent="3页", sha256="ab" * 32),),
        contact=Contact("沈禾", "0000-0000005"),
    )
    town, bureau = Office("示范镇人民政府", "township"), Office("县城市管理局", "department")
    given = Correspondents(town, bureau, load_profile("eshan"), {})
    check = Check(f"https://liandong.example/v/{number:020d}", f"{number:020d}")
    built: dict[str, Any] = msgspec.to_builtins(
        in_words(said, given, number=f"示政执移〔2026〕{number}号", at=AT, check=check, marks="")
    )
    return built


async def measure(servers: Servers) -> list[Figure]:
    """Milliseconds a letter; the limit is the same work without the pipe and the queue."""
    press = Press(JOBS)
    await press.start()
    try:
        ours = await _milliseconds(
            lambda number: press.run(PDF, {"paper": paper(number), "made_at": AT}, urgent=True)
        )
    finally:
        await press.stop()
    bare = await _milliseconds(lambda number: asyncio.to_thread(pdf, paper(number), AT))
    return [
        Figure("a letter as PDF, warm", ours, "ms", AIM_MS, better="less"),
        Figure("the same beside the bare compositor", ours, "ms", 2.0, bare, better="less"),
    ]


async def _milliseconds(work: Callable[[int], Awaitable[Any]]) -> float:
    """The median, after a few that warm typefaces and templates."""
    taken = []
    for number in range(1, WARM + ROUNDS + 1):
        begun = perf_counter()
        await work(number)
        taken.append((perf_counter() - begun) * 1000)
    return median(taken[WARM:])
