"""Who hears of each report, within the transaction: the township's command, the bodies it goes to, who is to sign."""

from collections.abc import Collection
from uuid import UUID

from backend.field.incidents.queries.visible import Named
from backend.field.incidents.rules.access import APPROVERS, COMMAND
from backend.foundation.database import rows
from backend.foundation.notify import tell
from backend.foundation.people.identity import Person
from backend.foundation.people.serving import serving

_THERE = "SELECT id FROM officers WHERE unit IN ({marks}) AND left_at IS NULL ORDER BY username"


async def tell_reported(found: Named, by: Person, stage: str, told: Collection[UUID]) -> None:
    """The command of the township and everybody of the bodies told, except who reports; a real first report at any hour."""
    people = {*await _with_any(found.incident.township, COMMAND), *await _of_units(told)} - {by.id}
    await _tell(found, people, f"{stage}：{found.incident.category}", urgent=stage == "首报", groups=told)


async def tell_signers(found: Named, by: Person, stage: str) -> None:
    """Those who may sign it."""
    people = set(await _with_any(found.incident.township, APPROVERS)) - {by.id}
    await _tell(found, people, f"{stage}等你签发：{found.incident.category}")


async def tell_writer(found: Named, writer: UUID, title: str) -> None:
    """Whoever wrote it, that it came back or was read."""
    await _tell(found, {writer}, title)


async def _tell(
    found: Named,
    people: Collection[UUID],
    title: str,
    *,
    urgent: bool = False,
    groups: Collection[UUID] = (),
) -> None:
    incident = found.incident
    await tell(
        people,
        topic="incident",
        about=("incident", incident.id),
        title=title,
        words=incident.address,
        urgent=urgent and not incident.exercise,
        exercise=incident.exercise,
        groups=groups,
    )


async def _with_any(township: UUID, roles: Collection[str]) -> list[UUID]:
    return [each.id for each in await serving(township, roles)]


async def _of_units(units: Collection[UUID]) -> list[UUID]:
    if not units:
        return []
    found = await rows(_THERE.format(marks=", ".join("?" * len(units))), *units)
    return [entry["id"] for entry in found]
