"""What addresses of being there ask for: somebody who came, was asked, wrote a note, and the code of a place."""

from uuid import UUID, uuid4

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import row, rows
from tests.office.duty.samples import BEGINS

_CAME = (
    "INSERT INTO turnouts (id, township, assignment, noun, at, how, recorded_by, received_at) "
    "SELECT ?, ?, a.id, 'arrival', ?, 'self', a.officer, ? FROM assignments a WHERE a.shift = ?"
)
_ASKED = (
    "INSERT INTO spot_checks (id, township, officer, asked_by, asked_at, due_at) VALUES (?, ?, ?, ?, ?, ?)"
)
_WROTE = (
    "INSERT INTO handover_notes (id, township, shift, equipment, written_by, written_at, received_at) "
    "VALUES (?, ?, ?, '无', ?, ?, ?)"
)
_HUNG = "INSERT INTO place_codes (id, place, made_by, made_at) VALUES (?, ?, ?, ?)"


async def turnout_names(township: str, officer: str, shift: str, place: str) -> dict[str, str]:
    """`officer` stands on the shift of a published month (duty_names) and is asked by themselves, for want of a captain next door."""
    turnout, check, note, code = (uuid4() for _ in range(4))
    home, who, shift_id = township_id(township), officer_id(officer), UUID(shift)
    await rows(_CAME, turnout, home, BEGINS, BEGINS, shift_id)
    await rows(_ASKED, check, home, who, who, BEGINS, BEGINS)
    await rows(_WROTE, note, home, shift_id, who, BEGINS, BEGINS)
    held = await row("SELECT id FROM place_codes WHERE place = ? AND ended_at IS NULL", UUID(place))
    if held is None:
        await rows(_HUNG, code, UUID(place), who, BEGINS)
    return {
        "turnout_id": str(turnout),
        "spot_check_id": str(check),
        "note_id": str(note),
        "place_code": str(held["id"] if held else code),
    }
