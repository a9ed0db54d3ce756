"""What goes on in a township now, as its command sees it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.assists.queries.listed import Line, open_ones
from backend.field.command.queries.people import people_of
from backend.field.command.rules.people import Somebody
from backend.field.command.stocks import Stock, stocks
from backend.field.emergencies.queries.listed import Line as Emergency
from backend.field.emergencies.queries.listed import open_ones as open_emergencies
from backend.field.findings.queries.going_on import GoingOn, going_on
from backend.field.patrols.cards import Card as PatrolCard
from backend.field.patrols.queries.board import board
from backend.foundation.clocks import Shown, shown
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.people.identity import Person
from backend.office.equipment.queries.things import all_of
from backend.office.superior.queries import superior_of
from backend.office.superior.rules import Superior
from backend.office.tasks.cards import Card as TaskCard
from backend.office.tasks.cards import card
from backend.office.tasks.queries.listed import open_ones as open_tasks

LATE_MOST = 40
_LATE = (
    "c.township = ? AND c.met_at IS NULL AND c.cancelled_at IS NULL AND c.late_from <= ? "
    "ORDER BY c.late_from, c.id LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Situation:
    """`township` is the reader's own; everything in it is theirs to see."""

    township: UUID
    at: datetime
    people: list[Somebody]
    assists: list[Line]
    patrols: list[PatrolCard]
    violations: list[GoingOn]
    late: list[Shown]
    tasks: list[TaskCard]
    stocks: list[Stock]
    emergencies: list[Emergency]
    superior: Superior | None

    @property
    def units(self) -> int:
        """How many units have somebody there."""
        return len({each.unit_code for each in self.people})

    @property
    def placed(self) -> int:
        return sum(each.place is not None for each in self.people)


async def situation(person: Person, township: UUID, at: datetime) -> Situation:
    running = await board(person, at)
    return Situation(
        township,
        at,
        await people_of(township, at),
        await open_ones(person),
        [*running.own, *running.running],
        await going_on(township, at),
        [shown(clock, at) for clock in await clocks_where(_LATE, township, at, LATE_MOST)],
        [card(named, person, at) for named in await open_tasks(person)],
        stocks(await all_of(person), at),
        await open_emergencies(person),
        await superior_of(township),
    )
