"""The form of a plan, as its template fills it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.field.campaigns.queries.course import Course
from backend.field.campaigns.rules.campaign import Campaign
from backend.field.campaigns.rules.words import FIELDS, unit_words

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words); `chosen_…` what stands ticked. `campaign`: a plan that was sent back."""

    campaign: Campaign | None
    fields: Options
    units: Options
    people: list[tuple[str, Options]]
    places: Options
    chosen_units: list[str]
    chosen_people: list[str]
    chosen_places: list[str]
    first_day: date
    last_day: date


def form_for(
    campaign: Campaign | None,
    told: Course | None,
    offered: Mapping[str, Iterable[dict[str, Any]]],
    today: date,
    own: str,
) -> Form:
    """`offered`: units, people and places that can be named; `own`: the writer's unit, which takes part until said otherwise."""
    words = list(FIELDS)
    if campaign is not None and campaign.field not in words:
        words.insert(0, campaign.field)
    return Form(
        campaign=campaign,
        fields=[(word, word) for word in words],
        units=[
            (each["code"], unit_words(each["town"], each["name"]) if _several(offered) else each["name"])
            for each in offered["units"]
        ],
        people=_by_unit(offered["people"]),
        places=[(str(each["id"]), each["name"]) for each in offered["places"]],
        chosen_units=[each.code for each in told.units] if told else [own],
        chosen_people=[each.username for each in told.people] if told else [],
        chosen_places=[str(each["id"]) for each in told.places] if told else [],
        first_day=campaign.first_day if campaign else today,
        last_day=campaign.last_day if campaign else today,
    )


def _several(offered: Mapping[str, Iterable[dict[str, Any]]]) -> bool:
    """Whether units of more than one township are offered: then each says whose it is."""
    return len({each["township"] for each in offered["units"] if each["township"]}) > 1


def _by_unit(people: Iterable[dict[str, Any]]) -> list[tuple[str, Options]]:
    by: dict[str, Options] = {}
    for each in people:
        by.setdefault(each["unit_name"], []).append(
            (each["username"], f"{each['name']} {each['position']}".strip())
        )
    return list(by.items())
