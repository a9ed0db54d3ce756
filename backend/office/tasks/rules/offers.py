"""What a person can do with a task now. Pure."""

from dataclasses import dataclass

from backend.foundation.people.identity import Person
from backend.office.tasks.rules.access import hands_on, is_doer, is_giver
from backend.office.tasks.rules.states import Act, possible
from backend.office.tasks.rules.task import Task

_DOING: tuple[Act, ...] = ("acceptance", "progress", "report", "return")
_GIVING: tuple[Act, ...] = ("rework", "closure", "reminders", "withdrawal")


@dataclass(frozen=True, slots=True)
class Offers:
    """`does`: it is this person's to do; `acts`: what is possible in its present state."""

    does: bool
    acts: frozenset[str]


def offers(person: Person, task: Task) -> Offers:
    does = is_doer(person, task)
    nouns: list[Act] = [*(_DOING if does else ()), *(_GIVING if is_giver(person, task) else ())]
    if hands_on(person, task):
        nouns.append("assignment")
    return Offers(does, frozenset(noun for noun in nouns if possible(task.state, noun)))
