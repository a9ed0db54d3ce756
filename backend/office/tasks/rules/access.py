"""Who gives tasks to whom, who does them, who judges what was done. Pure."""

from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL, may
from backend.foundation.refusals import Refusal
from backend.office.tasks.rules.task import Task

# Who runs the township's work gives to every unit of it, and looks after every task.
COMMAND: Final = frozenset({"dispatcher", "leader", "mayor"})
ANYWHERE: Final = COMMAND | {"office"}
# Who leads a unit hands on what was given to it, and is told of it.
CHIEFS: Final = frozenset({"captain", "police_chief"})


def sees_all(person: Person) -> bool:
    """The town hall sees every task of the township, as it sees every limit; a station its own."""
    return not person.roles.isdisjoint(TOWN_HALL)


def gives_to(person: Person, unit: UUID) -> bool:
    """Whoever runs the township to any unit of it, who leads a unit or does its paper work to its own people."""
    return may(person, "task.give") and (not person.roles.isdisjoint(ANYWHERE) or person.unit_id == unit)


def may_give(person: Person, unit: UUID) -> None:
    """Refuses `not_allowed`."""
    if not gives_to(person, unit):
        raise Refusal(
            "not_allowed", "队长、所长、内勤派给本单位的人，派给别的单位由指挥中心、党政办、镇领导办"
        )


def is_giver(person: Person, task: Task) -> bool:
    """Whoever gave it, who leads their unit, and command."""
    leads = not person.roles.isdisjoint(CHIEFS) and person.unit_id == task.from_unit
    return person.id == task.created_by or leads or not person.roles.isdisjoint(COMMAND)


def is_doer(person: Person, task: Task) -> bool:
    """The officer it was given to; where it was given to a unit, anybody of it."""
    mine = person.unit_id == task.unit if task.officer is None else person.id == task.officer
    return mine and may(person, "task.do")


def hands_on(person: Person, task: Task) -> bool:
    """Whether this person may give it to somebody else: who gave it, and the chief of the unit that has it."""
    return is_giver(person, task) or (not person.roles.isdisjoint(CHIEFS) and person.unit_id == task.unit)


def may_hand_on(person: Person, task: Task, unit: UUID) -> None:
    """Refuses `not_allowed`: the chief of the unit that has it stays within the unit."""
    if not hands_on(person, task) or not (gives_to(person, unit) or unit == task.unit):
        raise Refusal("not_allowed", "改派由派单人办；本单位的队长、所长可以改派给本单位的人")
