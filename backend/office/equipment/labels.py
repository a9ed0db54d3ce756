"""The label of a thing: its code as a drawing, what it is, whose it is. Pure but for the address people open."""

from dataclasses import dataclass
from uuid import UUID

import segno
from markupsafe import Markup

from backend.office.equipment.queries.things import Named
from backend.office.equipment.rules.words import KINDS
from backend.settings import settings


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed and stuck on it."""

    drawing: Markup
    title: str
    unit: str


def label(named: Named) -> Label:
    address = f"{settings().address}/equipment/at/{UUID(named.thing.code)}"
    drawn = segno.make(address, micro=False, error="m").svg_inline(
        border=2, omitsize=True, svgclass="ld-label__code"
    )
    thing = named.thing
    title = f"{KINDS[thing.kind]} {thing.number}"
    return Label(Markup(drawn), title, named.unit_name)  # noqa: S704 — our own drawing
