"""The people one may see, and how each of them stands now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.desk.people.rules import knows_why, scope
from backend.foundation.database import batch, row, rows
from backend.foundation.database.access import Row
from backend.foundation.people.certificates import Certificate
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.people.permissions import ROLES, only_administers
from backend.foundation.refusals import Refusal
from backend.office.absences.queries.away import away
from backend.office.duty.queries.presence import on_duty

_MEMBER = (
    "SELECT o.id, o.username, o.name, o.position, o.phone, o.roles, o.unit, u.name AS unit_name, u.township FROM officers o "
    "JOIN units u ON u.id = o.unit WHERE o.left_at IS NULL AND "
)
_NEWEST = (
    "SELECT c.officer, c.id, c.number, c.issuer, c.valid_from, c.valid_until, s.started_at AS suspended_at "
    "FROM certificates c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = o.unit "
    "LEFT JOIN suspensions s ON s.certificate = c.id AND s.ended_at IS NULL WHERE {scope} AND NOT EXISTS "
    "(SELECT 1 FROM certificates later WHERE later.officer = c.officer AND later.valid_until > c.valid_until)"
)
_MOMENT: Final = timedelta(microseconds=1)
_PAPERS: Final = {"expired": "执法证过期", "suspended": "执法证暂扣", "not_yet": "执法证还没生效"}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the township."""

    id: UUID
    username: str
    name: str
    position: str
    phone: str
    roles: frozenset[str]
    unit: UUID
    unit_name: str
    township: UUID

    @property
    def role_words(self) -> str:
        return "、".join(words for role, words in ROLES.items() if role in self.roles)


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands at a moment. `away`: why they are not there, 不在岗 where that is not this person's to know."""

    member: Member
    away: str
    on_duty: bool
    certificate: str


async def team(person: Person, at: datetime) -> list[Standing]:
    """Everybody one may see, by unit."""
    assert person.township_id is not None  # the guard's roles are of a township
    where, args = scope(person)
    found, papers = await batch(
        [
            (f"{_MEMBER}{where} ORDER BY u.code, o.username", args),
            (_NEWEST.format(scope=where), args),
        ]
    )
    gone = {stretch.officer: stretch.why for stretch in await away(person.township_id, at, at + _MOMENT)}
    there = {each.id for each in await on_duty(person.township_id, at)}
    held = {paper["officer"]: _paper_words(paper, at) for paper in papers}
    members = [_member(each) for each in found]
    return [
        Standing(each, _why(person, each, gone), each.id in there, held.get(each.id, ""))
        for each in members
        if not only_administers(each.roles)
    ]


async def find(person: Person, officer: UUID) -> Member | None:
    """None to a stranger, and for those who have left."""
    if person.township_id is None:
        return None
    where, args = scope(person)
    found = await rows(f"{_MEMBER}{where} AND o.id = ?", *args, officer)
    return _member(found[0]) if found else None


async def load(person: Person, officer: UUID) -> Member:
    """As `find`; refuses `not_found`."""
    found = await find(person, officer)
    if found is None:
        raise Refusal("not_found")
    return found


async def place_of(officer: UUID) -> Row | None:
    """Where somebody serves, whoever asks: township, unit, county, version."""
    return await row(
        "SELECT u.township, u.id AS unit, u.county, o.version FROM officers o JOIN units u ON u.id = o.unit WHERE o.id = ?",
        officer,
    )


def _why(person: Person, member: Member, gone: dict[UUID, str]) -> str:
    if member.id not in gone:
        return ""
    return gone[member.id] if knows_why(person, officer=member.id, unit=member.unit) else "不在岗"


def _paper_words(paper: Row, at: datetime) -> str:
    """What has to be done about the newest certificate; empty where all is well."""
    held = Certificate(
        paper["id"],
        paper["number"],
        paper["issuer"],
        paper["valid_from"],
        paper["valid_until"],
        paper["suspended_at"],
    )
    state = held.state(at)
    return f"执法证还剩{held.days_left(at)}天" if state == "soon" else _PAPERS.get(state, "")


def _member(found: dict[str, Any]) -> Member:
    return Member(**(found | {"roles": roles_of(found)}))
