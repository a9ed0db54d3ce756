"""Telling that a 执法证 runs out: the person, the heads of their unit, their administrators; once at each stage."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from backend.foundation.database import batch, row, rows, transaction
from backend.foundation.database.access import Row
from backend.foundation.notify import tell
from backend.foundation.now import now
from backend.foundation.people.certificates import Certificate
from backend.foundation.people.identity import roles_of
from backend.foundation.web.words import zh_date
from backend.office.personnel.rules.warnings import STAGES, is_a_time_to_tell, stage

_RUNNING_OUT = (
    "SELECT c.id, c.number, c.issuer, c.valid_from, c.valid_until, o.id AS officer, o.name, o.unit, u.township, u.county "
    "FROM certificates c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = o.unit "
    "WHERE o.left_at IS NULL AND c.valid_until >= ? AND c.valid_until < ? AND NOT EXISTS (SELECT 1 FROM certificates later "
    "WHERE later.officer = c.officer AND later.valid_until > c.valid_until) ORDER BY c.valid_until, c.id"
)
# Of several workers one writes it; a last day that was put right is another one.
_ONCE = (
    "INSERT INTO certificate_warnings (id, certificate, last_day, days, told_at) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (certificate, last_day, days) DO NOTHING RETURNING id"
)
_GIVEN = (
    "SELECT w.certificate, w.last_day, w.days FROM certificate_warnings w JOIN certificates c ON c.id = w.certificate "
    "WHERE c.valid_until >= ? AND c.valid_until < ?"
)
_OF_UNIT = "SELECT o.id, o.roles FROM officers o WHERE o.left_at IS NULL AND o.unit = ? ORDER BY o.username"
_OF_PLACE = (
    "SELECT o.id, o.roles FROM officers o JOIN units u ON u.id = o.unit WHERE o.left_at IS NULL AND {where} "
    "ORDER BY o.username"
)
_HEADS = frozenset({"captain", "police_chief", "head"})


async def warn() -> int:
    """Give every warning that is due by now and was not given; how many were."""
    at = now()
    if not is_a_time_to_tell(at):
        return 0
    span = [at, at + timedelta(days=max(STAGES) + 1)]
    found, given = await batch([(_RUNNING_OUT, span), (_GIVEN, span)])
    told = {(each["certificate"], each["last_day"], each["days"]) for each in given}
    return sum([await _warn(entry, told, at) for entry in found])


async def _warn(entry: Row, told: Collection[tuple[UUID, date, int]], at: datetime) -> bool:
    held = Certificate(
        entry["id"], entry["number"], entry["issuer"], entry["valid_from"], entry["valid_until"]
    )
    days = stage(held.days_left(at))
    if days is None or (held.id, held.last_day, days) in told:
        return False
    async with transaction():
        if await row(_ONCE, uuid4(), held.id, held.last_day, days, at) is None:
            return False
        await tell(
            [entry["officer"], *await _around(entry)],
            topic="certificate",
            about=("officer", entry["officer"]),
            title=f"{entry['name']}的执法证还剩{held.days_left(at)}天",
            words=f"{zh_date(held.last_day, at)}到期，{held.number}。到期后不计入行使职权的两人，尽快换证。",
        )
    return True


async def _around(entry: Row) -> list[UUID]:
    """The heads of the person's own unit, and who administers the place they serve in: the township, else the county."""
    township = entry["township"]
    where = "u.township = ?" if township else "u.county = ? AND u.township IS NULL"
    unit = await rows(_OF_UNIT, entry["unit"])
    place = await rows(_OF_PLACE.format(where=where), township or entry["county"])
    heads = [one["id"] for one in unit if roles_of(one) & _HEADS]
    return heads + [one["id"] for one in place if "administrator" in roles_of(one)]
