"""What rooms keep running besides answering, and what the press may do for them: in one list, as rooms.py has their routes."""

from backend.desk.ledger.export.running import close_exports, open_exports
from backend.field.assists.running import close_assists, open_assists
from backend.field.checkins.running import close_checkins, open_checkins
from backend.field.command.running import close_command, open_command
from backend.field.patrols.running import close_patrols, open_patrols
from backend.foundation.clocks.running import close_clocks, open_clocks
from backend.foundation.evidence.development import JOBS as EVIDENCE_JOBS
from backend.foundation.evidence.running import close_evidence, open_evidence
from backend.foundation.letters.official import rendering as letters
from backend.foundation.notify.running import close_notices, open_notices
from backend.foundation.press import close_press, open_press
from backend.office.duty.papers.reading import JOBS as DUTY_JOBS
from backend.office.duty.turnout.running import close_posts, open_posts
from backend.office.equipment.running import close_equipment, open_equipment
from backend.office.matters.commands.importing import JOBS as MATTERS_JOBS
from backend.office.personnel.running import close_personnel, open_personnel

# What the press may do; nothing else can be run in it.
JOBS: dict[str, str] = {
    **EVIDENCE_JOBS,
    **MATTERS_JOBS,
    **DUTY_JOBS,
    **letters.JOBS,
    "letter.typeset": "backend.foundation.letters.typesetting:typeset",
}


async def open_rooms() -> None:
    """Start what rooms keep running besides answering."""
    await open_press(JOBS)
    await open_evidence()
    await letters.resume()
    await open_patrols()
    await open_exports()
    await open_clocks()
    await open_notices()
    await open_personnel()
    await open_equipment()
    await open_assists()
    await open_checkins()
    await open_command()
    await open_posts()


async def close_rooms() -> None:
    """Stop it again, the last started first."""
    await close_posts()
    await close_command()
    await close_checkins()
    await close_assists()
    await close_equipment()
    await close_personnel()
    await close_notices()
    await close_clocks()
    await close_exports()
    await close_patrols()
    await letters.stop()
    await close_evidence()
    await close_press()
