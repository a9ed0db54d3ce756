"""备案: gives a patrol its number; from here on it is corrected only by addenda."""

from functools import partial
from typing import Any
from uuid import UUID

from msgspec import UNSET

from backend.field.patrols.bodies import Filing
from backend.field.patrols.commands.acting import Noun, act_on, noted
from backend.field.patrols.commands.measuring import note_measured
from backend.field.patrols.commands.writing import indexed, write
from backend.field.patrols.queries.track import count_fixes, judged_track
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import access
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import batch, row
from backend.foundation.journal import Entry
from backend.foundation.now import year_of
from backend.foundation.numbering import next_number, written
from backend.foundation.outbox import Received, Sender, field_versions, merge
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal

SERIES = "patrol"


def _may(muster: Muster, person: Person) -> bool:
    return access.may_file(person, muster.patrol)


async def file(sender: Sender, patrol_id: UUID, body: Filing) -> Received:
    """By its creator or the captain. Needs only an end; what was not confirmed stays shown as such. A summary that comes along
    is written first: nobody can afterwards.

    Refuses `patrol_not_ended`, `patrol_not_open`, `changed_elsewhere` for the summary, and `filed` where it comes too late for it. The moment of filing is the server's, and so is the year of the
    number: it takes effect when the number is given.
    """
    settings = await preferences(sender.person.township_id)
    measured = await judged_track(patrol_id, sender.at, settings, late_too=False)

    async def work(muster: Muster) -> Entry:
        patrol = muster.patrol
        _may_be_filed(patrol)
        track = measured
        if track.fixes != await count_fixes(patrol_id):  # some came while the others were judged
            track = await judged_track(patrol_id, sender.at, settings, late_too=False)
        await note_measured(patrol, track)
        number = await _number(patrol.township, year_of(sender.at))
        filed = {"filed_at": sender.at, "filed_by": sender.person.id, "number": number}
        summarised = _summarised(sender, patrol, body)
        patrol = await write(patrol, {**summarised, **filed})
        await batch([indexed(patrol, muster.crew)])
        payload = {
            "number": number,
            "findings": patrol.finding_count,
            "photos": patrol.photo_count,
            "length_m": track.length_m,
            "fixes": track.fixes,
            "note": body.note,
        }
        return noted(sender, patrol, "patrol.filed", payload, body.when)

    noun = Noun("filing", _may, already=partial(_says_nothing_new, body))
    return await act_on(sender, patrol_id, noun, body, work)


def _may_be_filed(patrol: Patrol) -> None:
    if patrol.filed_at is not None:
        raise Refusal("filed")
    if patrol.cancelled_at is not None:
        raise Refusal("patrol_not_open")
    if patrol.ended_at is None:
        raise Refusal("patrol_not_ended")


def _says_nothing_new(body: Filing, muster: Muster) -> bool:
    """Filed, and with these words: others that came along would be lost without a sound."""
    given = muster.patrol.summary if body.summary is UNSET else body.summary or ""
    return muster.patrol.filed_at is not None and given == muster.patrol.summary


def _summarised(sender: Sender, patrol: Patrol, body: Filing) -> dict[str, Any]:
    """What of the patrol is written with its filing, noted as a change of its own."""
    if body.summary is UNSET:
        return {}
    current, given = {"summary": patrol.summary}, {"summary": body.summary or ""}
    merged = merge(current, field_versions(patrol), patrol.version, given, body.base)
    if not merged.changes:
        return {}
    noted(sender, patrol, "patrol.changed", merged.told(current, body.base), body.made_at)
    return {**merged.changes, "overwritten": patrol.overwritten or merged.overwrote}


async def _number(township: UUID, year: int) -> str:
    """机关代字〔year〕n号, without gaps: taken inside the transaction that files."""
    found = await row("SELECT number_word FROM townships WHERE id = ?", township)
    assert found is not None
    return written(found["number_word"], year, await next_number(township, SERIES, year))
