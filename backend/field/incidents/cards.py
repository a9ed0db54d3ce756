"""One incident as a row of a list shows it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.incidents.queries.listed import Line
from backend.field.incidents.rules.words import STATES
from backend.foundation.clocks import Shown, shown
from backend.foundation.web.words import zh_datetime

_TAGS = {"reported": "soon", "written": "brand", "final": "done"}


@dataclass(frozen=True, slots=True)
class Card:
    """`limit`: what is owed next; `waits`: for a leader's signature."""

    id: UUID
    url: str
    title: str
    meta: str
    word: str
    tag: str
    exercise: bool
    limit: Shown | None
    waits: bool


def card(line: Line, at: datetime) -> Card:
    incident = line.named.incident
    place = " · ".join(filter(None, (zh_datetime(incident.happened_at, at), incident.address)))
    return Card(
        incident.id,
        f"/incidents/{incident.id}",
        incident.title,
        f"{line.named.unit_name} · {place}",
        STATES[incident.state],
        _TAGS.get(incident.state, ""),
        incident.exercise,
        shown(line.clock, at) if line.clock else None,
        line.waits,
    )
