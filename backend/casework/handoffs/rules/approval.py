"""Who approves before a case leaves: the sending body's main leader or a delegate, never who submitted it. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from backend.casework.handoffs.rules.clauses import LOCAL, quoted
from backend.casework.handoffs.rules.sender import Direction, Unit
from backend.foundation.mechanism import Profile
from backend.foundation.refusals import Refusal

LONGEST_DELEGATION_DAYS: Final = 92

_TOWNSHIP: Final[dict[str, frozenset[str]]] = {
    "main_leader": frozenset({"leader", "mayor"}),
    "township_head": frozenset({"mayor"}),
}
_DEPARTMENT: Final = frozenset({"head"})
_TEAM: Final = frozenset({"captain"})


@dataclass(frozen=True, slots=True)
class Delegation:
    """委托审批: `delegate` decides for `leader` from one day to another, both included; never more than `leader` could
    decide today with `leader_roles`."""

    id: UUID
    leader: UUID
    leader_name: str
    delegate: UUID
    from_day: date
    until_day: date
    revoked: bool = False
    leader_roles: frozenset[str] = frozenset()

    def holds(self, day: date) -> bool:
        return not self.revoked and self.from_day <= day <= self.until_day


@dataclass(frozen=True, slots=True)
class Approver:
    """Who decides; `instead_of` is the leader who delegated it, with the name that stands on the record. `stands_in`: a
    main leader where the captain decides, who is away or submitted the case."""

    officer: UUID
    instead_of: tuple[UUID, str] | None = None
    stands_in: bool = False


def approving_roles(profile: Profile, body: Unit, direction: Direction) -> frozenset[str]:
    """Roles that decide for the sending body: its main leaders by the place's text; the captain for M06."""
    if direction == "stationed":
        return _TEAM
    return leading_roles(profile, body)


def leading_roles(profile: Profile, body: Unit) -> frozenset[str]:
    """The body's main leaders. For M06 they stand in for a captain who cannot decide: no text says who does, so it is
    whoever the team answers to (本地约定)."""
    return _TOWNSHIP[profile.approval.approver] if body.township is not None else _DEPARTMENT


def approval_clause(profile: Profile, body: Unit) -> str:
    """What the refusal quotes: the place's own words where they bind this side, else what was agreed."""
    approval = profile.approval
    if body.township is None and not (approval.both_sides or approval.local):
        return LOCAL
    return quoted(profile, approval)


def approver(
    profile: Profile,
    body: Unit,
    direction: Direction,
    *,
    officer: UUID,
    roles: frozenset[str],
    submitted_by: UUID | None,
    delegations: tuple[Delegation, ...],
    day: date,
) -> Approver:
    """Who decides here. `roles` are the officer's in the sending body, `delegations` those given to the officer.

    Refuses `submitter_never_approves`, also in the name of the one who submitted, and `not_approver` with the place's
    words for who approves.
    """
    clause = approval_clause(profile, body)
    deciding = approving_roles(profile, body, direction)
    own = bool(roles & deciding)
    held = [each for each in delegations if each.delegate == officer and each.holds(day)]
    held = [each for each in held if each.leader_roles & deciding]
    given = next((each for each in held if each.leader != submitted_by), None)
    stands_in = direction == "stationed" and bool(roles & leading_roles(profile, body))
    if stands_in and not own and given is None and officer != submitted_by:
        return Approver(officer, stands_in=True)
    if not own and not held:
        raise Refusal("not_approver", f"由{approver_words(profile, body, direction)}审批", clause=clause)
    if officer == submitted_by or not (own or given):
        raise Refusal("submitter_never_approves", clause=clause)
    if own or given is None:
        return Approver(officer)
    return Approver(officer, (given.leader, given.leader_name))


def approver_words(profile: Profile, body: Unit, direction: Direction) -> str:
    """The approver as the place calls it: 乡长, 单位主要领导, 部门主要负责人; 执法队队长 with who stands in."""
    if direction == "stationed":
        return "执法队队长（不在或者本人送审的，由主要领导）"
    if body.township is None and not profile.approval.both_sides:
        return "部门主要负责人"
    return profile.approval.words


def delegable(from_day: date, until_day: date, today: date, *, same_person: bool) -> None:
    """Refuse `delegation_dates` and `delegation_to_oneself`."""
    if same_person:
        raise Refusal("delegation_to_oneself")
    if until_day < from_day:
        raise Refusal("delegation_dates", fields={"until_day": "截止日期早于开始日期"})
    if until_day < today:
        raise Refusal("delegation_dates", fields={"until_day": "截止日期已经过去"})
    if (until_day - from_day).days >= LONGEST_DELEGATION_DAYS:
        raise Refusal("delegation_dates", fields={"until_day": f"一次最长{LONGEST_DELEGATION_DAYS}天"})
