"""音像记录登记 (M25): which recorder ran from when to when, the file, its SHA-256 and where it is kept."""

from uuid import UUID, uuid4

from backend.field.patrols.bodies import RecordingBody
from backend.field.patrols.commands.acting import Noun, act_on, contributors, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal


async def enter(sender: Sender, patrol_id: UUID, body: RecordingBody) -> Received:
    """One line of the register; the same line again changes nothing. Refuses `times_crossed`, `time_in_future`."""
    times.happened(sender, {"from_at": body.from_at, "until_at": body.until_at})
    if body.until_at < body.from_at:
        raise Refusal("times_crossed", fields={"until_at": "早于开始时间"})
    line = {
        "recorder": body.recorder,
        "from_at": body.from_at,
        "until_at": body.until_at,
        "file_name": body.file_name or "",
        "sha256": body.sha256 or "",
        "kept_at": body.kept_at,
    }

    async def work(muster: Muster) -> Entry | None:
        same = " AND ".join(f"{name} = ?" for name in line)
        if await row(f"SELECT id FROM recordings WHERE patrol = ? AND {same}", patrol_id, *line.values()):
            return None
        await rows(
            f"INSERT INTO recordings (id, patrol, entered_by, at, {', '.join(line)}) "
            f"VALUES ({', '.join('?' * (len(line) + 4))})",
            uuid4(),
            patrol_id,
            sender.person.id,
            sender.at,
            *line.values(),
        )
        await write(muster.patrol, {})
        return noted(sender, muster.patrol, "patrol.recording_entered", line, body.when)

    noun = Noun("recordings", contributors, late=f"音像记录登记：{body.recorder}，存放于{body.kept_at}")
    return await act_on(sender, patrol_id, noun, body, work, said=body.when)
