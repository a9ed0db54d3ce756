"""备案: gives a patrol its number; from here on it is corrected only by addenda."""

from dataclasses import replace
from uuid import UUID

from backend.field.patrols.bodies import Act
from backend.field.patrols.commands.acting import Noun, act_on, noted
from backend.field.patrols.commands.measuring import note_measured
from backend.field.patrols.commands.writing import indexed, write
from backend.field.patrols.queries.track import count_fixes, judged_track
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import access
from backend.foundation.database import batch, row
from backend.foundation.journal import Entry
from backend.foundation.now import year_of
from backend.foundation.numbering import next_number, written
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal

SERIES = "patrol"


def _may(muster: Muster, person: Person) -> bool:
    return access.may_file(person, muster.patrol)


NOUN = Noun("filing", _may, already=lambda muster: muster.patrol.filed_at is not None)


async def file(sender: Sender, patrol_id: UUID, body: Act) -> Received:
    """By its creator or the captain. Needs only an end; what was not confirmed stays shown as such.

    Refuses `patrol_not_ended` and `patrol_not_open`. The moment of filing is the server's, and so is the year of the
    number: it takes effect when the number is given.
    """
    settings = await preferences(sender.person.township_id)
    measured = await judged_track(patrol_id, sender.at, settings, late_too=False)

    async def work(muster: Muster) -> Entry:
        patrol = muster.patrol
        if patrol.cancelled_at is not None:
            raise Refusal("patrol_not_open")
        if patrol.ended_at is None:
            raise Refusal("patrol_not_ended")
        track = measured
        if track.fixes != await count_fixes(patrol_id):  # some came while the others were judged
            track = await judged_track(patrol_id, sender.at, settings, late_too=False)
        await note_measured(patrol, track)
        number = await _number(patrol.township, year_of(sender.at))
        filed = {"filed_at": sender.at, "filed_by": sender.person.id, "number": number}
        await write(patrol, filed)
        await batch([indexed(replace(patrol, number=number), muster.crew)])
        payload = {
            "number": number,
            "findings": patrol.finding_count,
            "photos": patrol.photo_count,
            "length_m": track.length_m,
            "fixes": track.fixes,
            "note": body.note,
        }
        return noted(sender, patrol, "patrol.filed", payload, body.when)

    return await act_on(sender, patrol_id, NOUN, body, work)


async def _number(township: UUID, year: int) -> str:
    """机关代字〔year〕n号, without gaps: taken inside the transaction that files."""
    found = await row("SELECT number_word FROM townships WHERE id = ?", township)
    assert found is not None
    return written(found["number_word"], year, await next_number(township, SERIES, year))
