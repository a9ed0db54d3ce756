"""How every act on a notification runs: seen, allowed on that side, perhaps done before, then done and noted."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.hazards.bodies import Act
from backend.casework.hazards.commands.writing import Step, add_step, write
from backend.casework.hazards.queries.visible import Named, load
from backend.casework.hazards.rules import states
from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.rules.times import not_before
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import demand

Said = Mapping[str, Any]
Judge = Callable[[Named, Side], Awaitable[None]]
Also = Callable[[Sender, Named], Awaitable[None]]

# What a second sending would add once more.
ADDING = frozenset({"calls", "meetings", "measures", "addenda"})


@dataclass(frozen=True, slots=True)
class Doing:
    """One act: on which sides it is done, what it says (by column), and whether it is recorded for the told body.

    `judge` refuses what the act's own rules refuse, `done` says more exactly than the state whether it was done before,
    `also` is written in the same transaction.
    """

    act: states.Act
    sides: frozenset[Side]
    said: Said
    on_behalf: bool = False
    judge: Judge | None = None
    done: Callable[[Named], Awaitable[bool]] | None = None
    also: Also | None = None

    @property
    def key_required(self) -> bool:
        """Proof hangs on the key of what was recorded on behalf."""
        return self.on_behalf or self.act in ADDING

    async def was_done(self, found: Named) -> bool:
        return await self.done(found) if self.done else states.done(found.hazard.state, self.act)


async def act_on(sender: Sender, hazard_id: UUID, doing: Doing, body: Act) -> Received:
    """Carry out one act on the locked notification; 200 where it was done before.

    Refuses `not_found` to a stranger, `not_allowed`, `hazard_state`, `time_in_future`, `times_crossed`.
    """

    async def act() -> Entry | None:
        found = await load(sender.person, hazard_id, lock=True)
        where = found.side(sender.person)
        demand(where in doing.sides)
        if doing.judge is not None:
            await doing.judge(found, where)
        return None if await doing.was_done(found) else await _do(sender, found, doing, body)

    return await receive_act(
        sender.person,
        ("hazard", hazard_id),
        act,
        content=body,
        noun=doing.act,
        key=sender.key,
        key_required=doing.key_required,
    )


async def _do(sender: Sender, found: Named, doing: Doing, body: Act) -> Entry:
    hazard = found.hazard
    state, at = states.after(hazard.state, doing.act), _moment(sender, found, body)
    written = await write(hazard, _changes(found, doing.act, state, at, sender.at))
    unit = hazard.to_unit if doing.on_behalf else sender.person.unit_id
    noted = {"text": body.note} if body.note and not doing.said.get("text") else {}
    step = Step(noun=doing.act, at=at, unit=unit, said={**doing.said, **noted})
    entry = await add_step(sender, written, step)
    if doing.also is not None:
        await doing.also(sender, found)
    return entry


def _moment(sender: Sender, found: Named, body: Act) -> datetime:
    """When it was done: not in the future, not before the danger was found or the step before."""
    sender.happened(body.when)
    at = sender.acted_at(body.when)
    if sender.device.is_clock_trusted():
        not_before(at, found.hazard.found_at, "早于发现隐患的时间")
    return at


def _changes(found: Named, act: str, state: str, at: datetime, now: datetime) -> dict[str, Any]:
    hazard = found.hazard
    changes: dict[str, Any] = {}
    if state != hazard.state:
        changes |= {"state": state, "state_at": at}
    if act in states.ANSWERS and hazard.answered_at is None:
        changes["answered_at"] = at
    if act == "calls":
        changes["told_at"] = min(hazard.told_at, at)
    if state in states.ENDED:
        changes["closed_at"] = now
    return changes
