"""The form 记一条 as its template fills it. Pure."""

from dataclasses import dataclass

import msgspec

from backend.casework.parties import AGES, KINDS
from backend.field.findings.rules.categories import CATEGORIES
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.patrol import Stay
from backend.field.patrols.rules.power import EXERCISES_POWER
from backend.foundation.people.power import Power
from backend.foundation.positions import PlaceField, place_field

Options = list[tuple[str, str]]
OTHER, NOTHING = "其他", "未发现问题"


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words); `exercising` needs two officers.
    `before` is the finding as the wire shows it: what the form leaves as it was is not sent."""

    categories: Options
    dispositions: Options
    exercising: str
    acting: Options
    acting_chosen: list[str]
    party_kinds: Options
    party_ages: Options
    place: PlaceField
    before: str


def form_for(finding: Finding | None, crew: list[Stay], power: Power) -> Form:
    """An empty form, or that of `finding`. Whom the rule counts may act; the first two are proposed."""
    return Form(
        categories=[(word, word) for word in _categories(finding)],
        dispositions=list(DISPOSITIONS.items()),
        exercising=" ".join(sorted(EXERCISES_POWER)),
        acting=list({stay.username: stay.name for stay in crew if stay.username in power.officers}.items()),
        acting_chosen=(finding.acted if finding else []) or list(power.officers[:2]),
        party_kinds=list(KINDS.items()),
        party_ages=[("", "不清楚"), *AGES.items()],
        place=place_field(finding.position, looks=False) if finding else place_field({}),
        before=msgspec.json.encode(finding.values()).decode() if finding else "",
    )


def _categories(finding: Finding | None) -> list[str]:
    """The usual words, and the finding's own where it is another."""
    usual = [*CATEGORIES, OTHER]
    own = [] if finding is None or finding.category in (*usual, NOTHING) else [finding.category]
    return [*own, *usual]
