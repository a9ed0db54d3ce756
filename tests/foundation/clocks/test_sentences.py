"""Every event of a limit has its sentence."""

import re

import pytest

from backend.foundation.clocks.sentences import SENTENCES
from tests.rig.stage import ROOT

TOLD = {
    "name": "案件移送",
    "due": "2026-10-10T15:59:59Z",
    "from": "2026-10-12T15:59:59Z",
    "state": "met_late",
    "earlier": True,
    "kind": "half",
    "awaited_by": "示范县应急管理局",
    "why": "11月18日那次已移出",
}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("clock.started", "案件移送开始计时，到2026-10-10 周六 24:00"),
        ("clock.met", "案件移送逾期完成，期限到2026-10-10 周六 24:00"),
        ("clock.reopened", "案件移送重新计时，期限到2026-10-10 周六 24:00：11月18日那次已移出"),
        ("clock.cancelled", "案件移送不再计时"),
        ("clock.moved", "案件移送期限更正：由2026-10-12 周一 24:00改为2026-10-10 周六 24:00"),
        ("clock.turned", "案件移送的对方改为示范县应急管理局，期限不变，到2026-10-10 周六 24:00"),
        ("clock.extended", "案件移送期限延长：由2026-10-12 周一 24:00改为2026-10-10 周六 24:00"),
        ("clock.hastened", "案件移送转为紧急：由2026-10-12 周一 24:00改为2026-10-10 周六 24:00"),
        ("clock.recounted", "案件移送因历法更新重新计算：由2026-10-12 周一 24:00改为2026-10-10 周六 24:00（提前）"),
        ("clock.warned", "案件移送提醒：期限过半，到2026-10-10 周六 24:00"),
        ("clock.overdue", "案件移送超期，期限到2026-10-10 周六 24:00"),
    ],
)  # fmt: skip
def test_an_event_is_told_in_a_sentence(kind: str, sentence: str) -> None:
    assert SENTENCES[kind](TOLD) == sentence


def test_limits_in_hours_tell_the_minute() -> None:
    assert SENTENCES["clock.started"](TOLD | {"due": "2026-10-10T09:45:00Z"}).endswith(
        "2026-10-10 周六 17:45"
    )


def test_no_event_is_without_its_sentence() -> None:
    sources = (ROOT / "backend/foundation/clocks").glob("*.py")
    noted = {kind for file in sources for kind in re.findall(r'"(clock\.\w+)"', file.read_text())}
    assert noted == set(SENTENCES)
