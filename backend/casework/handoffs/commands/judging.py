"""What a draft names is looked up and held against the rules before it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.words import NoticeRecord, StopRecord
from backend.casework.handoffs.rules import times
from backend.casework.handoffs.rules.ongoing import Notice, Stop, ordered_by_two, usual_act
from backend.foundation.database import rows
from backend.foundation.mechanism import Profile
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.people.power.queries import power_of
from backend.foundation.records import visible_record
from backend.foundation.refusals import Refusal
from backend.office.matters import demand_matter

_SEPARATORS = str.maketrans({"、": ",", "，": ",", "；": ",", ";": ",", "/": ","})
_STAFF = (
    "SELECT o.id AS officer, o.username, o.name, o.unit, o.roles FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE u.county = ? AND (o.username IN ({marks}) OR o.name IN ({marks}))"
)


@dataclass(frozen=True, slots=True)
class _Holder:
    officer: UUID
    username: str
    name: str
    unit: UUID
    roles: frozenset[str]


async def matter_name(township: UUID, code: str, at: datetime) -> str:
    """The matter's name as the list had it at that moment; empty for no code.

    Refuses `matter_unknown`, and `matter_not_in_force` for one that is in the list at another time.
    """
    return (await demand_matter(township, code, at)).name[:160] if code else ""


async def found_at(person: Person, kind: str, record_id: UUID | None) -> datetime | None:
    """When what it came from was found; refuses `origin_unknown` for one this person may not see."""
    if record_id is None:
        return None
    record = await visible_record(person, kind, record_id)
    if record is None:
        raise Refusal("origin_unknown", fields={kind: "没有这条记录，或你无权查看"})
    found: str | None = record.facts.get("found_at")
    return datetime.fromisoformat(found) if found else None


async def near_discovery(
    person: Person,
    finding: UUID | None,
    discovered_at: datetime,
    records: Mapping[str, dict[str, Any] | None],
) -> None:
    """Refuse `long_before_discovery`; where it came from a finding, since that was found. `records` as they are kept."""
    origin = await visible_record(person, "finding", finding) if finding else None
    found: str | None = origin.facts.get("found_at") if origin else None
    known = min(discovered_at, datetime.fromisoformat(found)) if found else discovered_at
    said = {field: msgspec.convert(kept["at"], datetime) for field, kept in records.items() if kept}
    times.near_discovery(known, said)


async def stop_of(sender: Sender, profile: Profile, said: StopRecord | None) -> dict[str, Any] | None:
    """The record as it is kept, with the officers recognised in it; refuses `time_in_future`."""
    if said is None:
        return None
    times.happened(sender, {"stop_record": said.at})
    by = names(said.by)
    holders = await _recognised(sender.person.county_id, by)
    usernames = tuple(sorted(holder.username for holder in holders))
    stop = Stop(at=said.at, by=by, how=said.how, act=said.act or usual_act(profile), officers=usernames)
    return _plain(stop)


def notice_of(sender: Sender, said: NoticeRecord | None) -> dict[str, Any] | None:
    """As it is kept; refuses `time_in_future`."""
    if said is None:
        return None
    times.happened(sender, {"notice_record": said.at})
    return _plain(Notice(at=said.at, by=names(said.by), how=said.how, whom=said.whom or ""))


def as_notice(kept: dict[str, Any] | None) -> Notice | None:
    return msgspec.convert(kept, Notice) if kept else None


async def judge_stop(county: UUID, stop: Stop | None) -> None:
    """Refuse `power_needs_two_officers` where it was ordered to stop and fewer than two counted at that moment."""
    if stop is None or stop.act != "order":
        return
    holders = [holder for holder in await _recognised(county, stop.by) if holder.username in stop.officers]
    ordered_by_two(stop, await power_of(holders, stop.at))


def names(by: Sequence[str] | str) -> tuple[str, ...]:
    """One or several people, however they were written: 沈禾、程一诺."""
    listed = [by] if isinstance(by, str) else by
    parts = [part.strip() for entry in listed for part in entry.translate(_SEPARATORS).split(",")]
    return tuple(dict.fromkeys(part for part in parts if part))


async def _recognised(county: UUID, by: Sequence[str]) -> list[_Holder]:
    marks = ", ".join("?" * len(by))
    found = await rows(_STAFF.format(marks=marks), county, *by, *by) if by else []
    return [
        _Holder(
            entry["officer"],
            entry["username"],
            entry["name"],
            entry["unit"],
            roles_of(entry),
        )
        for entry in found
    ]


def _plain(record: Stop | Notice) -> dict[str, Any]:
    """As it comes back from its column, so that the same said twice is the same."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain
