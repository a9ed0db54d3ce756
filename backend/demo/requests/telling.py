"""The requests of requests.toml as they went, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.casework.requests import bodies
from backend.casework.requests.commands import answering, ending, following
from backend.casework.requests.commands.asking import ask
from backend.casework.requests.registration import REQUEST_PARTIES, REQUESTS
from backend.demo.ids import demo_id
from backend.demo.weeks.moments import begins
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.story import Act
from backend.foundation.database import row
from backend.foundation.now import CHINA, local
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import register

Told = dict[str, Any]
Part = Callable[[Sender, UUID, UUID, Any], Awaitable[Received]]

PARTS: dict[str, tuple[Part, type[bodies.Act]]] = {
    "receipt": (answering.receive, bodies.Answer),
    "acceptance": (answering.accept, bodies.Acceptance),
    "result": (answering.give_result, bodies.Result),
    "attendance": (following.attend, bodies.Attendance),
}
_PARTY = "SELECT p.id FROM request_parties p JOIN units u ON u.id = p.unit WHERE p.request = ? AND u.code = ?"
_SAYS = ("kind", "title", "words", "to", "address", "head_count", "urgent", "signed_by")
_NO_WORDS = frozenset({"noun", "after", "by", "unit", "on_behalf"})
_CALL = timedelta(minutes=6)  # the telephone was put down before it was written down


def requests(now: datetime) -> Iterator[Act]:
    """Everything that happened up to `now` and a little beyond."""
    for kind in (REQUESTS, REQUEST_PARTIES):
        register(kind)
    path = Path(__file__).with_name("requests.toml")
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["request"]:
        begun, request = begins(told, now), demo_id("request", told["name"])
        yield Act(begun, partial(_ask, told, request, begun))
        for step in told["steps"]:
            at = begun + timedelta(minutes=step["after"])
            yield Act(at, partial(_do, told, request, step, at))


def _starts(told: Told, at: datetime) -> datetime | None:
    """When people are to be there, where it says so."""
    if "tomorrow" in told:
        day = local(at).date() + timedelta(days=1)
        return datetime.combine(day, time.fromisoformat(told["tomorrow"]), CHINA)
    return at + timedelta(minutes=told["starts"]) if "starts" in told else None


async def _ask(told: Told, request: UUID, at: datetime) -> None:
    starts = _starts(told, at)
    ends = starts + timedelta(minutes=told["lasts"]) if starts and "lasts" in told else None
    body = bodies.RequestBody(
        **{name: told[name] for name in _SAYS if name in told},
        due_at=at + timedelta(minutes=told["within"]),
        starts_at=starts,
        ends_at=ends,
        call=bodies.Spoken(at=at - _CALL, **told["call"]) if "call" in told else None,
        made_at=at,
    )
    await ask(sending((await cast())[told["by"]], at, "request", told["name"]), request, body)


async def _do(told: Told, request: UUID, step: Told, at: datetime) -> None:
    sender = sending((await cast())[step["by"]], at, "request", told["name"], step["noun"], step["after"])
    said = {name: value for name, value in step.items() if name not in _NO_WORDS}
    if step["noun"] == "closure":
        await ending.close(sender, request, bodies.Closure(at=at, **said))
        return
    if "on_behalf" in step:
        said["on_behalf"] = bodies.OnBehalf(**step["on_behalf"])
    part = await row(_PARTY, request, step["unit"])
    assert part is not None  # asked before
    command, kind = PARTS[step["noun"]]
    await command(sender, request, part["id"], kind(at=at, **said))
