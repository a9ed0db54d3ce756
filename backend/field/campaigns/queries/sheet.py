"""Everything the page and the API show of one campaign: all of it to the side that leads it, to others their own part."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from backend.field.campaigns.queries.belonging import Results, results
from backend.field.campaigns.queries.course import Course, course
from backend.field.campaigns.queries.visible import Named, load
from backend.field.campaigns.rules.access import Side
from backend.field.campaigns.rules.tally import Tally, by_day, by_town, tally
from backend.foundation.letters.official import Letter, find
from backend.foundation.people.identity import Person


@dataclass(frozen=True, slots=True)
class Sheet:
    """`figures_only`: the body of the county that leads over several townships is told sums, not their patrols."""

    named: Named
    side: Side
    course: Course
    results: Results
    figures_only: bool
    letter: Letter | None

    @property
    def sums(self) -> Tally:
        return tally(self.results.outings, self.results.found)

    @property
    def days(self) -> list[tuple[date, Tally]]:
        """Each of its days."""
        campaign = self.named.campaign
        span = (campaign.last_day - campaign.first_day).days + 1
        return by_day(
            self.results.outings,
            self.results.found,
            [campaign.first_day + timedelta(days=number) for number in range(span)],
        )

    @property
    def towns(self) -> list[tuple[str, Tally]]:
        return by_town(self.results.outings, self.results.found)

    def of_day(self, day: date) -> Results:
        return Results(
            [each for each in self.results.outings if each.day == day],
            [each for each in self.results.found if each.day == day],
        )


async def sheet(person: Person, campaign_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    named = await load(person, campaign_id)
    where, whole = named.side(person), await course(campaign_id)
    return Sheet(
        named=named,
        side=where,
        course=whole if where == "own" else whole.of(person.township_id),
        results=await shown_results(person, named),
        figures_only=person.township_id is None,
        letter=await find(named.campaign.letter) if named.campaign.letter and where == "own" else None,
    )


async def shown_results(person: Person, named: Named) -> Results:
    """A township sees its own; the body that leads over several the sums of all; other bodies of the county nothing."""
    if person.township_id is not None:
        return await results(person, named.campaign.id, person.township_id)
    if named.side(person) == "own":
        return await results(person, named.campaign.id, None)
    return Results([], [])
