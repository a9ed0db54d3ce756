"""Who came to the shifts of the demo's rosters, each step by the product's own command at its own moment."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from backend.demo.ids import demo_id
from backend.demo.organisation import township_id
from backend.demo.weeks.people import UPLINK, cast, sending
from backend.demo.weeks.story import Act
from backend.foundation.notify.commands import read_all
from backend.foundation.now import CHINA, local
from backend.foundation.outbox import Sender
from backend.foundation.records import register
from backend.foundation.web.api import Position
from backend.office.duty.turnout.bodies import HandoverBody, SpotCheckBody, TurnoutBody, Whereabouts
from backend.office.duty.turnout.commands.checking import answer_check, ask
from backend.office.duty.turnout.commands.codes import renew_code
from backend.office.duty.turnout.commands.coming import turn_out
from backend.office.duty.turnout.commands.handing_over import write_note
from backend.office.duty.turnout.queries.watches import Holder, Watch, watches_between
from backend.office.duty.turnout.registration import SPOT_CHECKS
from backend.office.duty.turnout.rules.standing import Noun

TOWN: Final = "sfz"
DAYS: Final = 3
# When shifts of posts.toml begin or end.
CHANGES: Final = tuple(
    time.fromisoformat(each) for each in ("01:00", "06:30", "08:00", "13:30", "18:00", "20:00")
)
EARLY, SOON, AFTER = timedelta(minutes=6), timedelta(minutes=2), timedelta(minutes=3)
A_MINUTE: Final = timedelta(minutes=1)
ASIDE: Final = 0.0002  # degrees: some 20 m from the middle of the place
CODED: Final = ("镇政府", "农贸市场")
CHECKED_AGO: Final = timedelta(hours=26)
OPEN_MATTERS: Final = ("东口两家摊位的界线还没谈拢，约了明早再看", "河堤边堆的沙石，料场答应今天清走", "无")
EQUIPMENT: Final = "执法记录仪2台、对讲机2部，2号对讲机电池不耐用"


def turnouts(now: datetime) -> Iterator[Act]:
    """The last days: before each change of shifts they come, after it they go and leave a note."""
    register(SPOT_CHECKS)
    first = local(now).date() - timedelta(days=DAYS)
    hung = datetime.combine(first, time(9), CHINA)
    yield Act(hung, partial(_hang, hung))
    for day in range(DAYS + 1):
        for change in CHANGES:
            at = datetime.combine(first + timedelta(days=day), change, CHINA)
            yield from (act for act in _change(at) if act.at <= now - UPLINK)
    asked = now - CHECKED_AGO
    yield Act(asked, partial(_check, asked))


def _change(at: datetime) -> Iterator[Act]:
    yield Act(at - EARLY, partial(_come, at, at - EARLY))
    yield Act(at + SOON, partial(_confirm, at, at + SOON))
    yield Act(at + AFTER, partial(_go, at, at + AFTER))


async def _hang(at: datetime) -> None:
    captain = (await cast())["duizhang"]
    for name in CODED:
        await renew_code(demo_id("place", TOWN, name), captain, at)


async def _come(change: datetime, at: datetime) -> None:
    """The first of each shift by position; the others are seen by them (`_confirm`)."""
    for watch in await _beginning(change):
        for holder in watch.people[:1]:
            await _sign(watch, holder, "arrival", at)


async def _confirm(change: datetime, at: datetime) -> None:
    for watch in await _beginning(change):
        for holder in watch.people[1:]:
            sender = await _sender(watch.people[0], at, watch, "confirmation", holder.username)
            body = TurnoutBody(shift=watch.id, noun="arrival", officer=holder.username, at=at)
            await turn_out(sender, demo_id("turnout", watch.id, holder.username, "arrival"), body)


async def _go(change: datetime, at: datetime) -> None:
    found = await watches_between(township_id(TOWN), change - A_MINUTE, change)
    for number, watch in enumerate(each for each in found if each.ends_at == change):
        for holder in watch.people:
            await _sign(watch, holder, "departure", at)
        if watch.people and watch.place:
            await _note(watch, watch.people[0], at, OPEN_MATTERS[(change.day + number) % len(OPEN_MATTERS)])


async def _beginning(change: datetime) -> list[Watch]:
    found = await watches_between(township_id(TOWN), change, change + A_MINUTE)
    return [watch for watch in found if watch.begins_at == change]


async def _sign(watch: Watch, holder: Holder, noun: Noun, at: datetime) -> None:
    spot = watch.spot
    fix = Position(source="gps", lat=spot.lat + ASIDE, lon=spot.lon, accuracy_m=9) if spot else None
    sender = await _sender(holder, at, watch, noun)
    body = TurnoutBody(shift=watch.id, noun=noun, position=fix, at=at)
    await turn_out(sender, demo_id("turnout", watch.id, holder.username, noun), body)


async def _note(watch: Watch, holder: Holder, at: datetime, open_matters: str) -> None:
    body = HandoverBody(shift=watch.id, open_matters=open_matters, equipment=EQUIPMENT, at=at)
    await write_note(await _sender(holder, at, watch, "note"), demo_id("handover", watch.id), body)


async def _check(at: datetime) -> None:
    people, check = await cast(), demo_id("spot check", "minjing")
    await ask(sending(people["zhihui"], at, "spot check"), check, SpotCheckBody(officer="minjing"))
    answered = at + AFTER
    fix = Position(source="gps", lat=24.17775, lon=102.41129, accuracy_m=12)
    await answer_check(
        sending(people["minjing"], answered, "whereabouts"),
        check,
        Whereabouts(position=fix, note="在所里备勤"),
    )
    await read_all(people["minjing"], answered + UPLINK, answered)


async def _sender(holder: Holder, at: datetime, watch: Watch, *key: object) -> Sender:
    return sending((await cast())[holder.username], at, "turnout", watch.id, *key)
