"""The label of a thing: its code as a drawing, what it is, whose it is. Pure but for the address people open."""

from dataclasses import dataclass
from uuid import UUID

from markupsafe import Markup

from backend.foundation.letters.papers.scanning import code_drawing
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
    thing = named.thing
    return Label(code_drawing(address), f"{KINDS[thing.kind]} {thing.number}", named.unit_name)
