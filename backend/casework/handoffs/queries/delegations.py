"""委托审批: who decides for whom on which days."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.handoffs.queries.directory import directory
from backend.casework.handoffs.queries.standing import standing, standings
from backend.casework.handoffs.rules.approval import Delegation, approving_roles, leading_roles
from backend.foundation.database import Dialogue, converse, row, rows
from backend.foundation.database.access import Row
from backend.foundation.mechanism import load_profile
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from
from backend.foundation.people.permissions import may

_COLUMNS = (
    "SELECT d.id, d.body, d.leader, d.delegate, d.from_day, d.until_day, d.note, d.at, d.told_at, d.revoked_at, "
    "d.version, l.roles AS leader_roles, l.name AS leader_name, l.position AS leader_position, g.name AS delegate_name, "
    "g.username AS delegate_username, g.position AS delegate_position FROM approval_delegations d "
    "JOIN officers l ON l.id = d.leader JOIN officers g ON g.id = d.delegate"
)
_PROFILE = "SELECT profile FROM townships WHERE county = ? ORDER BY code LIMIT 1"
# Of the body itself, of what stands below it, and of its township where it is a government.
_COLLEAGUES = (
    f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS} WHERE o.left_at IS NULL AND (u.id = ? OR u.parent = ? "
    "OR u.township = (SELECT b.township FROM units b WHERE b.id = ?)) ORDER BY u.code, o.username"
)
MOST_OVER = 20
# What a leader gave away ends when they leave, or go to another township or another body of the county.
_STILL_THERE = (
    "l.left_at IS NULL AND EXISTS (SELECT 1 FROM units lu, units b WHERE lu.id = l.unit AND b.id = d.body "
    "AND (lu.township = b.township OR (lu.township IS NULL AND b.id IN (lu.id, lu.parent))))"
)


@dataclass(frozen=True, slots=True)
class Given:
    """One delegation with the people's names."""

    id: UUID
    body: UUID
    leader: UUID
    delegate: UUID
    from_day: date
    until_day: date
    note: str
    at: datetime
    told_at: datetime | None
    revoked_at: datetime | None
    version: int
    leader_roles: str
    leader_name: str
    leader_position: str
    delegate_name: str
    delegate_username: str
    delegate_position: str

    @property
    def words(self) -> str:
        """方知秋已委托江晚晴（至11月25日）."""
        return f"{self.leader_name}已委托{self.delegate_name}（至{self.until_day.month}月{self.until_day.day}日）"

    @property
    def rule(self) -> Delegation:
        return Delegation(
            self.id,
            self.leader,
            self.leader_name,
            self.delegate,
            self.from_day,
            self.until_day,
            self.revoked_at is not None,
            msgspec.json.decode(self.leader_roles, type=frozenset[str]),
        )


async def given_to(officer: UUID) -> dict[UUID, list[Delegation]]:
    """What leaders who still are at their body have delegated to this officer, by that body, whatever the days."""
    by_body: dict[UUID, list[Delegation]] = {}
    for entry in await rows(
        f"{_COLUMNS} WHERE d.delegate = ? AND {_STILL_THERE} ORDER BY d.at, d.id", officer
    ):
        by_body.setdefault(entry["body"], []).append(given(entry).rule)
    return by_body


async def concerning(officer: UUID, today: date) -> list[Given]:
    """Given by this officer or to them, and not over yet, the newest first."""
    return await converse(_concerning(officer, today), reading=True)


def _concerning(officer: UUID, today: date) -> Dialogue[list[Given]]:
    found = yield (
        (
            f"{_COLUMNS} WHERE (d.delegate = ? OR d.leader = ?) AND d.until_day >= ? AND d.revoked_at IS NULL "
            "ORDER BY d.at DESC, d.id"
        ),
        [officer, officer, today],
    )
    return [given(entry) for entry in found]


async def concerned(person: Person, today: date) -> bool:
    """Whether delegating is any of this person's business: they approve, or somebody let them."""
    if not may(person, "handoff.decide"):
        return False
    return bool(await concerning(person.id, today)) or await led_by(person) is not None


def unread(officer: UUID, today: date) -> Dialogue[list[Given]]:
    """Given to this officer, not over, and not said to be known."""
    found = yield from _concerning(officer, today)
    return [each for each in found if each.delegate == officer and each.told_at is None]


async def over(officer: UUID, today: date) -> list[Given]:
    """The last twenty that ended or were taken back."""
    found = await rows(
        f"{_COLUMNS} WHERE (d.delegate = ? OR d.leader = ?) AND (d.until_day < ? OR d.revoked_at IS NOT NULL) "
        f"ORDER BY d.at DESC, d.id LIMIT {MOST_OVER}",
        officer,
        officer,
        today,
    )
    return [given(entry) for entry in found]


async def holding(body: UUID, today: date, roles: frozenset[str]) -> list[Given]:
    """Who decides today for those of the body who carry one of the roles."""
    found = await rows(
        f"{_COLUMNS} WHERE d.body = ? AND d.from_day <= ? AND d.until_day >= ? AND d.revoked_at IS NULL "
        f"AND {_STILL_THERE} ORDER BY d.at, d.id",
        body,
        today,
        today,
    )
    return [each for each in map(given, found) if each.rule.leader_roles & roles]


async def led_by(person: Person) -> UUID | None:
    """The body whose papers this person approves, or whose team hands cases over with their word; if any."""
    where, units = await standing(person), await directory(person.county_id)
    profile = load_profile(person.profile or await _served_profile(person.county_id))
    for body in sorted(where.bodies):
        deciding = leading_roles(profile, units.units[body])
        if units.units[body].township is not None:
            deciding |= approving_roles(profile, units.units[body], "stationed")
        if person.roles & deciding:
            return body
    return None


async def _served_profile(county: UUID) -> str:
    """A county body goes by the mechanism of the townships it serves."""
    found = await row(_PROFILE, county)
    assert found is not None
    return str(found["profile"])


async def colleagues(person: Person, body: UUID) -> list[tuple[str, str]]:
    """Who may be let decide for the body this person leads: username, and name with position."""
    found = [person_from(entry) for entry in await rows(_COLLEAGUES, body, body, body)]
    may_decide = [each for each in found if each.id != person.id and may(each, "handoff.decide")]
    return [
        (each.username, f"{each.name}（{each.position}）" if each.position else each.name)
        for each, where in zip(may_decide, await standings(may_decide), strict=True)
        if body in where.bodies
    ]


async def find(delegation_id: UUID) -> Given | None:
    """For whoever has a right to it."""
    found = await row(f"{_COLUMNS} WHERE d.id = ?", delegation_id)
    return given(found) if found else None


def given(found: Row) -> Given:
    return Given(**found)
