"""时间链 of the calls of a patrol, for its record, the ledger and the paper. Whoever may see the patrol may read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.assists.queries.visible import COLUMNS, RESPONSE_COLUMNS, assist_of, response
from backend.field.assists.rules.states import state_words
from backend.field.assists.rules.words import ESCALATIONS, STATUSES, steps_words
from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.now import local

# Only of the patrol's own township: an id of another patrol in a call shows nothing.
_OF_PATROL = "FROM assists a JOIN patrols p ON p.id = a.patrol AND p.township = a.township WHERE a.patrol = ?"
_CALLS = (
    f"SELECT {COLUMNS}, o.name AS raiser_name FROM assists a JOIN patrols p ON p.id = a.patrol AND p.township = a.township "
    "JOIN officers o ON o.id = a.raised_by WHERE a.patrol = ? ORDER BY a.received_at, a.id"
)
_ANSWERS = f"SELECT r.assist, {RESPONSE_COLUMNS} FROM assist_responses r WHERE r.assist IN (SELECT a.id {_OF_PATROL})"
_STEPS = f"SELECT e.assist, e.step, e.due_at FROM assist_escalations e WHERE e.assist IN (SELECT a.id {_OF_PATROL})"


@dataclass(frozen=True, slots=True)
class Link:
    """One moment of the chain: 接警 · 周青岩 · 16:20:38. `after_s`: seconds since the call arrived."""

    words: str
    who: str
    at: datetime
    after_s: float

    @property
    def clock(self) -> str:
        """16:20:38"""
        return f"{local(self.at):%H:%M:%S}"


@dataclass(frozen=True, slots=True)
class Chain:
    """One call with its moments in order. `mark`: 演练 or 测试, empty for a real one."""

    id: UUID
    title: str
    mark: str
    state_name: str
    alarm_number: str
    end_reason: str
    outcome: str
    links: list[Link]

    @property
    def url(self) -> str:
        return f"/assists/{self.id}"


async def chains_of(patrol_id: UUID) -> list[Chain]:
    """Oldest first; drills stand among them, marked."""
    calls, answers, steps = await batch(
        [(_CALLS, [patrol_id]), (_ANSWERS, [patrol_id]), (_STEPS, [patrol_id])]
    )
    return [
        _chain(
            entry,
            [each for each in answers if each["assist"] == entry["id"]],
            [each for each in steps if each["assist"] == entry["id"]],
        )
        for entry in calls
    ]


def _chain(entry: Row, answers: list[Row], steps: list[Row]) -> Chain:
    assist = assist_of(entry)
    moments = [
        ("按下", entry["raiser_name"], assist.raised_at),
        ("收到", "", assist.received_at),
        *(moment for each in answers for moment in _moments(each)),
        *((ESCALATIONS[each["step"]], "", each["due_at"]) for each in steps),
        *([(state_words(assist), "", assist.ended_at)] if assist.ended_at else []),
    ]
    links = [
        Link(words, who, at, (at - assist.received_at).total_seconds())
        for words, who, at in sorted(moments, key=lambda moment: moment[2])
    ]
    return Chain(
        assist.id,
        assist.reason or "支援",
        STATUSES[assist.status] if assist.exercise else "",
        state_words(assist),
        assist.alarm_number,
        assist.end_reason,
        assist.outcome,
        links,
    )


def _moments(entry: Row) -> list[tuple[str, str, datetime]]:
    each = response({name: value for name, value in entry.items() if name != "assist"})
    words = steps_words(police=each.police)
    found = [
        (words["acknowledgement"], each.name, each.acknowledged_at),
        (words["departure"], each.name, each.departed_at),
        (words["arrival"], each.name, each.arrived_at),
    ]
    return [(what, who, at) for what, who, at in found if at is not None]
