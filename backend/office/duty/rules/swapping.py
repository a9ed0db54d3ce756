"""换班: asked, agreed to by the other, approved; or refused, or taken back. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal, demand

State = Literal["asked", "agreed", "approved", "refused", "withdrawn"]
STATES: Final[dict[State, str]] = {
    "asked": "等对方同意",
    "agreed": "等队长批准",
    "approved": "已换",
    "refused": "没有换成",
    "withdrawn": "已撤回",
}
OPEN: Final = frozenset({"asked", "agreed"})


@dataclass(frozen=True, slots=True)
class Steps:
    """Who asked whom, and when what happened to it."""

    asked_by: UUID
    other: UUID
    consented_at: datetime | None
    refused_at: datetime | None
    approved_at: datetime | None
    withdrawn_at: datetime | None

    @property
    def state(self) -> State:
        if self.approved_at:
            return "approved"
        if self.refused_at:
            return "refused"
        if self.withdrawn_at:
            return "withdrawn"
        return "agreed" if self.consented_at else "asked"


def may_approve(steps: Steps, person: Person) -> bool:
    """Nobody approves what they gain by themselves."""
    return may(person, "duty.approve") and person.id not in (steps.asked_by, steps.other)


def consent(steps: Steps, person: Person) -> bool:
    """False where it has been given. Refuses `not_allowed`, `swap_settled`."""
    demand(person.id == steps.other, "由对方同意")
    if steps.state in ("agreed", "approved"):
        return False
    _still_open(steps)
    return True


def approve(steps: Steps, person: Person) -> bool:
    """False where it is. Refuses `not_allowed`, `swap_settled`, `swap_not_agreed`."""
    demand(may_approve(steps, person), "换班由队长或领导批准，不批自己的")
    if steps.state == "approved":
        return False
    _still_open(steps)
    if steps.state == "asked":
        raise Refusal("swap_not_agreed")
    return True


def refuse(steps: Steps, person: Person) -> bool:
    """By the other before they agreed, by who approves at any time. False where it is refused."""
    demand(person.id == steps.other or may_approve(steps, person), "由对方或队长回绝")
    if steps.state == "refused":
        return False
    _still_open(steps)
    return True


def withdraw(steps: Steps, person: Person) -> bool:
    """By whoever asked, until it is approved. False where it is withdrawn."""
    demand(person.id == steps.asked_by, "由提出的人撤回")
    if steps.state == "withdrawn":
        return False
    _still_open(steps)
    return True


def _still_open(steps: Steps) -> None:
    if steps.state not in OPEN:
        raise Refusal("swap_settled")
