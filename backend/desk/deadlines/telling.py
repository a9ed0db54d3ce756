"""A warning goes into the inbox of whoever hears of it: the person, then who runs the work, then who answers for it."""

from uuid import UUID

from backend.desk.deadlines.reach import reaches_of
from backend.desk.deadlines.rules import WARNINGS, hears
from backend.foundation.clocks import Clock
from backend.foundation.clocks.followers import Given
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.database import rows
from backend.foundation.notify import tell
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from

# Nearly everybody who may have to do with what a unit owes: its own, those below it, those of its township, its liaison.
_NEAR = (
    f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS} WHERE o.left_at IS NULL AND (u.id = ? OR u.parent = ? "
    "OR u.township = (SELECT b.township FROM units b WHERE b.id = ?) "
    "OR o.id = (SELECT b.liaison FROM units b WHERE b.id = ?)) ORDER BY o.username"
)


async def tell_of_warnings(given: Given) -> None:
    """One notice a warning and person, in the transaction of the sweep that gave it."""
    marks = ", ".join("?" * len(given))
    owing: dict[UUID, list[Person]] = {}
    for clock in await clocks_where(f"c.id IN ({marks}) ORDER BY c.late_from, c.id", *given):
        unit = clock.owed_by.id
        if unit not in owing:
            owing[unit] = await _owing(clock)
        kind = given[clock.id]
        await tell(
            _heard_by(clock, kind, owing[unit]),
            topic="deadline",
            about=clock.record,
            title=f"{clock.name}：{WARNINGS[kind]}",
            words=clock.title,
        )


async def _owing(clock: Clock) -> list[Person]:
    """Those whose debt it is."""
    near = [person_from(found) for found in await rows(_NEAR, *[clock.owed_by.id] * 4)]
    return [reach.person for reach in await reaches_of(near) if reach.owes(clock)]


def _heard_by(clock: Clock, kind: str, owing: list[Person]) -> list[UUID]:
    mine = [clock.responsible.id] if clock.responsible else []
    return mine + [person.id for person in owing if hears(kind, clock, person.roles, mine=False, ours=True)]
