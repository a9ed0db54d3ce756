"""How far somebody who was called in has come. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from backend.field.emergencies.rules.words import NEVER_CAME, NOT_COMING, STANDINGS, STEPS, Step

Standing = Literal["asked", "way", "there", "left"]
_COLUMNS: dict[Step, str] = {"departure": "departed_at", "arrival": "arrived_at", "leaving": "left_at"}
_ORDER: tuple[Step, ...] = ("departure", "arrival", "leaving")


@dataclass(frozen=True, slots=True)
class Member:
    """One stretch of somebody on it, column by column; `body` is the unit of an officer."""

    id: UUID
    officer: UUID | None
    username: str
    name: str
    body: str
    phone: str
    asked_at: datetime
    asked_by_name: str
    departed_at: datetime | None
    arrived_at: datetime | None
    left_at: datetime | None

    @property
    def standing(self) -> Standing:
        if self.left_at:
            return "left"
        if self.arrived_at:
            return "there"
        return "way" if self.departed_at else "asked"

    @property
    def came(self) -> bool:
        return self.arrived_at is not None

    @property
    def word(self) -> str:
        return STANDINGS[self.standing] if self.came or self.left_at is None else NEVER_CAME

    @property
    def moments(self) -> list[tuple[str, datetime]]:
        """16:20 叫、16:24 出发…, in order."""
        found = [
            ("叫", self.asked_at),
            ("出发", self.departed_at),
            ("到场", self.arrived_at),
            (step_word(self, "leaving"), self.left_at),
        ]
        return [(word, at) for word, at in found if at is not None]


def done(member: Member, step: Step) -> bool:
    """Whether it stands already, or is past: who is there has departed, who left does nothing more."""
    later: dict[Step, tuple[datetime | None, ...]] = {
        "departure": (member.departed_at, member.arrived_at, member.left_at),
        "arrival": (member.arrived_at, member.left_at),
        "leaving": (member.left_at,),
    }
    return any(later[step])


def missed(member: Member, step: Step, at: datetime) -> bool:
    """Whether it was before a step that stands and is not known yet: what waited in a phone arrives after the word of somebody
    else."""
    moments = (member.departed_at, member.arrived_at, member.left_at)
    own = moments[_ORDER.index(step)]
    later = [moment for moment in moments[_ORDER.index(step) + 1 :] if moment]
    return own is None and bool(later) and at < min(later)


def next_steps(member: Member) -> list[Step]:
    """What is offered, the likeliest first."""
    return [step for step in _ORDER if not done(member, step)]


def step_word(member: Member, step: Step) -> str:
    """What the step is called: nobody leaves where they have not been."""
    return NOT_COMING if step == "leaving" and not member.came else STEPS[step]


def stamp(member: Member, step: Step, at: datetime) -> tuple[str, datetime]:
    """The column and its moment: never before the step before, nor after one that stands."""
    order = _ORDER.index(step)
    stamps = (member.departed_at, member.arrived_at, member.left_at)
    earliest = max([member.asked_at, *filter(None, stamps[:order])])
    return _COLUMNS[step], min([max(at, earliest), *filter(None, stamps[order:])])
