"""Who hears of a campaign, within the transaction: who is to decide, the units that take part, who planned it."""

from collections.abc import Collection
from uuid import UUID

from backend.field.campaigns.queries.course import Course
from backend.field.campaigns.rules.access import LEADERS, approvers
from backend.field.campaigns.rules.campaign import Campaign
from backend.foundation.database import rows
from backend.foundation.notify import tell
from backend.foundation.people.identity import Person, roles_of

_TOWN = "SELECT o.id, o.roles FROM officers o JOIN units u ON u.id = o.unit WHERE u.township IN ({marks}) AND o.left_at IS NULL"
_UNITS = "SELECT o.id, o.roles FROM officers o WHERE o.unit IN ({marks}) AND o.left_at IS NULL"
# Who answers for what a township's people do in a campaign that another leads.
_COMMAND = LEADERS | {"captain", "dispatcher"}


async def tell_deciders(by: Person, campaign: Campaign, title: str) -> None:
    """The leaders of the township, or the head of the department."""
    found = await (_of(_TOWN, [campaign.township]) if campaign.township else _of(_UNITS, [campaign.unit]))
    await _tell(campaign, {who for who, roles in found if roles & approvers(campaign)} - {by.id}, title)


async def tell_units(by: Person, campaign: Campaign, course: Course, title: str) -> None:
    """Everybody of the units that take part, whom the plan names, and the command of each township that takes part."""
    units, towns = (
        [each.id for each in course.units],
        {each.township for each in course.units if each.township},
    )
    people = {who for who, _ in await _of(_UNITS, units)} | {each.id for each in course.people}
    people |= {who for who, roles in await _of(_TOWN, sorted(towns)) if roles & _COMMAND}
    await _tell(campaign, people - {by.id}, title, groups=units)


async def tell_author(campaign: Campaign, who: UUID, title: str) -> None:
    """That it was decided or came back."""
    await _tell(campaign, {who}, title)


async def _tell(
    campaign: Campaign, people: Collection[UUID], title: str, groups: Collection[UUID] = ()
) -> None:
    await tell(
        sorted(people),
        topic="campaign",
        about=("campaign", campaign.id),
        title=title,
        words=f"{campaign.days} {campaign.field}",
        groups=groups,
    )


async def _of(sql: str, where: Collection[UUID | None]) -> list[tuple[UUID, frozenset[str]]]:
    if not where:
        return []
    found = await rows(sql.format(marks=", ".join("?" * len(where))), *where)
    return [(each["id"], roles_of(each)) for each in found]
