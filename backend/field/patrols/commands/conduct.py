"""着装与行为检查."""

from uuid import UUID, uuid4

import msgspec

from backend.field.patrols.bodies import ConductBody
from backend.field.patrols.commands.acting import Noun, act_on, contributors, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.field.patrols.rules.conduct import POINTS, checked
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender


async def check(sender: Sender, patrol_id: UUID, body: ConductBody) -> Received:
    """The newest check counts; the same by the same person again changes nothing."""
    points = checked(body.points)
    times.happened(sender, {"at": body.at})
    written = msgspec.json.encode(points).decode()

    async def work(muster: Muster) -> Entry | None:
        newest = await row(
            "SELECT checked_by, points, note FROM conduct_checks WHERE patrol = ? ORDER BY at DESC, id DESC LIMIT 1",
            patrol_id,
        )
        if newest == {"checked_by": sender.person.id, "points": written, "note": body.note or ""}:
            return None
        await rows(
            "INSERT INTO conduct_checks (id, patrol, checked_by, at, points, note) VALUES (?, ?, ?, ?, ?, ?)",
            uuid4(),
            patrol_id,
            sender.person.id,
            sender.acted_at(body.when),
            written,
            body.note or "",
        )
        await write(muster.patrol, {})
        return noted(
            sender, muster.patrol, "patrol.conduct_checked", {"points": points, "note": body.note}, body.when
        )

    noun = Noun("conduct", contributors, late=f"着装与行为检查：{_words(points)}")
    return await act_on(sender, patrol_id, noun, body, work, said=body.when)


def _words(points: dict[str, bool]) -> str:
    return "、".join(f"{POINTS[name]}{'' if held else '（未做到）'}" for name, held in points.items())
