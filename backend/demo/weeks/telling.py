"""The weeks, act by act in the order of time, each carried out by the product's own command at its own moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import chain

from backend.demo.organisation import certified
from backend.demo.townships import key_places, sketch_features
from backend.demo.weeks import afterwards, street
from backend.demo.weeks.evidence import found
from backend.demo.weeks.network import network
from backend.demo.weeks.people import UPLINK, cast, sending
from backend.demo.weeks.schedule import Outing, ahead, around, outings, over
from backend.demo.weeks.story import Act, Ground, Story, story
from backend.field.findings.registration import FINDINGS
from backend.field.patrols.bodies import Cancellation
from backend.field.patrols.commands.cancellation import cancel
from backend.field.patrols.registration import PATROLS
from backend.foundation.now import staged
from backend.foundation.people.identity import Person
from backend.foundation.records import register

# Counted from the newest patrol of the past.
NOT_FILED = (1, 4)
RETURNED, RETURNED_AND_AMENDED, CANCELLED = 7, 15, 12
AMENDED = (10, 21, 33)


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody, and where they walk."""

    cast: dict[str, Person]
    grounds: dict[str, Ground]
    certified: frozenset[str]

    def story(self, outing: Outing) -> Story:
        crew = tuple(self.cast[name] for name in outing.crew)
        return story(outing, crew, self.grounds[outing.township], self.certified)


async def tell(now: datetime, *, beside: Iterable[Act] = ()) -> None:
    """Carry out everything that had happened by `now`; `beside`: what happened elsewhere in the house meanwhile."""
    for kind in (PATROLS, FINDINGS):
        register(kind)
    stage = await _stage()
    acts = [
        act
        for act in chain(_past(stage, now), _present(stage, now), _future(stage, now), beside)
        if act.at <= now
    ]
    for act in sorted(acts, key=lambda act: act.at):
        with staged(act.at + UPLINK):
            await act.do()


async def _stage() -> Stage:
    grounds = {
        code: Ground(network(sketch_features(code)), {place["name"]: tuple(place["at"]) for place in places})
        for code, places in key_places().items()
    }
    return Stage(await cast(), grounds, certified())


def _past(stage: Stage, now: datetime) -> Iterator[Act]:
    past = over(outings(now), now)
    own = [outing for outing in past if outing.township == "sfz"]
    place = {outing: number for number, outing in enumerate(reversed(own), 1)}
    for outing in past:
        told, number = stage.story(outing), place.get(outing, 0)
        if number == CANCELLED:
            yield from _cancelled(told)
        else:
            yield from _walked(told, outing.ends)
            yield from street.ending(told)
            yield from _closed(told, number, stage)


def _closed(told: Story, number: int, stage: Stage) -> Iterator[Act]:
    """What becomes of the `number`-th newest patrol of the township (0: of another)."""
    if number in NOT_FILED:
        yield street.measuring(told, told.outing.ends + timedelta(minutes=8))
        return
    yield afterwards.filing(told)
    if number in (RETURNED, RETURNED_AND_AMENDED):
        yield afterwards.returning(told, stage.cast["lingdao"])
    elif number:
        yield from afterwards.remarking(told, stage.cast["lingdao" if number % 3 else "zhenzhang"])
    if number in (*AMENDED, RETURNED_AND_AMENDED):
        yield afterwards.amending(told)


def _walked(told: Story, until: datetime) -> Iterator[Act]:
    yield from street.beginning(told)
    yield from street.on_the_way(told)
    yield from found(told, until)
    yield street.track(told, until)


def _present(stage: Stage, now: datetime) -> Iterator[Act]:
    standing = around(now)
    running = stage.story(standing["running"])
    seen = now - UPLINK
    yield from _walked(running, seen)
    yield street.measuring(running, seen)
    for state in ("overdue", "ready"):
        planned = stage.story(standing[state])
        yield street.planning(planned, min(now, planned.outing.begins) - timedelta(hours=3))


def _future(stage: Stage, now: datetime) -> Iterator[Act]:
    for number, outing in enumerate(ahead(outings(now), now)):
        yield street.planning(stage.story(outing), now - timedelta(hours=2, minutes=number))


def _cancelled(told: Story) -> Iterator[Act]:
    at = told.outing.begins - timedelta(minutes=30)
    body = Cancellation(reason="暴雨预警，改期", at=at)
    yield street.planning(told, at - timedelta(hours=16))
    yield Act(at, partial(cancel, sending(told.maker, at, "cancellation", told.id), told.id, body))
