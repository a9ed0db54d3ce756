"""案卷包 of a handoff: its papers, its material and the journal's account, as far as this side may read them."""

from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.invitations.queries import copies_of
from backend.casework.handoffs.queries.materials import Line
from backend.casework.handoffs.queries.papers import papers_of
from backend.casework.handoffs.queries.sheet import Sheet, sheet
from backend.foundation.dossier import Dossier, File, Prepared, prepare
from backend.foundation.dossier.contents import ANSWERS, MATERIALS, PHOTOS
from backend.foundation.people.identity import Person

# Whose words both sides may keep; of the sender's own affairs only the digest goes along.
SHARED = frozenset(
    {
        "handoff.dispatch",
        "handoff.receipt",
        "handoff.acceptance",
        "handoff.return",
        "handoff.result",
        "handoff.progress",
        "handoff.reminder",
        "handoff.extension",
        "handoff.closure",
        "letter.issued",
        "letter.rendered",
        "letter.sealed",
        "letter.scanned",
        "letter.voided",
        "clock.started",
        "clock.met",
        "clock.extended",
        "clock.hastened",
    }
)


async def dossier(person: Person, handoff_id: UUID, at: datetime) -> Prepared:
    """Noted in the journal as taken. Refuses `not_found`, and as letters do where one cannot be rendered."""
    found = await sheet(person, handoff_id)
    case = found.case
    given = Dossier(
        title=f"移送案卷 {case.handoff.number or case.handoff.title}",
        records=[("handoff", handoff_id)],
        letters=await papers_of(case),
        files=[*_files(found), *await _answers(found)],
        tells=lambda kind: _tells(found, kind),
    )
    return await prepare(given, by=person, at=at)


def _files(found: Sheet) -> list[File]:
    return [
        File(PHOTOS if line.photo else MATERIALS, _title(found, line), line.sha256, line.media_type)
        for line in found.lines
        if line.here and not line.sealed
    ]


def _title(found: Sheet, line: Line) -> str:
    """With a mark on what was not there when it left."""
    later = found.case.came_later(line.sending, line.content_at)
    return f"{line.title}（移送后补到）" if later else line.title


async def _answers(found: Sheet) -> list[File]:
    """The sealed copies that came by the link on the letter: the sender's to keep."""
    if found.case.side != "sender":
        return []
    copies = await copies_of(found.case.handoff.id)
    return [File(ANSWERS, copy.title, copy.sha256, copy.media_type) for copy in copies]


def _tells(found: Sheet, kind: str) -> bool:
    """An addressee of an earlier sending keeps the digests: the words are about somebody else by now."""
    case = found.case
    if case.side == "sender":
        return True
    return kind in SHARED and case.own is case.current
