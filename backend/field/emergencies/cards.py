"""One emergency as a row of a list shows it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.emergencies.queries.listed import Line
from backend.foundation.web.words import zh_datetime


@dataclass(frozen=True, slots=True)
class Card:
    """`meta`: where and since when; `on_it`: who is there."""

    id: UUID
    url: str
    title: str
    meta: str
    last_words: str
    on_it: str
    exercise: bool
    open: bool


def card(line: Line, at: datetime) -> Card:
    emergency = line.named.emergency
    where = " · ".join(filter(None, [emergency.address, f"{zh_datetime(emergency.happened_at, at)}发生"]))
    return Card(
        emergency.id,
        f"/emergencies/{emergency.id}",
        emergency.title,
        where,
        line.last_words if emergency.open else emergency.outcome,
        f"叫了{line.called}人，{line.there}人在现场" if line.called else "还没有叫人",
        emergency.exercise,
        emergency.open,
    )
