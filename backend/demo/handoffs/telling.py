"""The cases of handoffs.toml as they came about, each step by the product's own command at its own moment."""

import tomllib
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.casework.handoffs.bodies import acting, delegating
from backend.casework.handoffs.bodies.drafting import HandoffChange
from backend.casework.handoffs.bodies.words import OnBehalf
from backend.casework.handoffs.commands import (
    acceptance,
    approval,
    change,
    delegation,
    dispatch,
    ending,
    receipt,
    result,
    returning,
    sealing,
    submission,
    talking,
)
from backend.casework.handoffs.registration import HANDOFFS
from backend.demo.handoffs.drafting import draft, enclose
from backend.demo.ids import demo_id
from backend.demo.organisation import township_id
from backend.demo.weeks.people import cast, sending
from backend.demo.weeks.story import Act
from backend.foundation.database import row
from backend.foundation.mechanism import Profile, load_profile
from backend.foundation.now import CHINA, local
from backend.foundation.outbox import Received, Sender
from backend.foundation.records import register
from backend.foundation.workdays import Calendar, calendar_for

Told = dict[str, Any]
Command = Callable[[Sender, UUID, Any], Awaitable[Received]]

NOUNS: dict[str, tuple[Command, type[Any]]] = {
    "change": (change.change, HandoffChange),
    "submission": (submission.submit, acting.Act),
    "approval": (approval.approve, acting.Approval),
    "revision": (approval.give_back, acting.Revision),
    "refusal": (approval.refuse, acting.Disapproval),
    "sealing": (sealing.seal, acting.Act),
    "dispatch": (dispatch.send, acting.Dispatch),
    "receipt": (receipt.receive, acting.Receipt),
    "acceptance": (acceptance.accept, acting.Acceptance),
    "return": (returning.give_back, acting.Return),
    "result": (result.report, acting.Result),
    "progress": (talking.tell, acting.Progress),
    "reminder": (talking.remind, acting.Progress),
    "closure": (ending.close, acting.Act),
    "withdrawal": (ending.withdraw, acting.Withdrawal),
}
_ABOUT_THE_STEP = ("back", "at", "minutes_ago", "by", "noun", "on_behalf")
AWAY = (timedelta(days=-1), timedelta(days=3))


@cache
def _told() -> list[Told]:
    told: list[Told] = tomllib.loads(Path(__file__).with_name("handoffs.toml").read_text(encoding="utf-8"))[
        "handoff"
    ]
    return told


async def cases(now: datetime) -> list[Act]:
    """Everything that happened up to `now`; the organisation must be founded, for its mechanism names the approver."""
    register(HANDOFFS)
    profile = await _profile()
    days = _Days(now, calendar_for(profile.region))
    return [*(act for told in _told() for act in _case(told, days, profile)), _delegated(days)]


def _case(told: Told, days: "_Days", profile: Profile) -> Iterator[Act]:
    handoff, begins = demo_id("handoff", told["name"]), days.moment(told)
    yield Act(begins, partial(draft, told, handoff, begins))
    for number, step in enumerate(told["steps"]):
        at = days.moment(step)
        yield Act(at, partial(_do, told, handoff, step, at, number, profile))


async def _do(told: Told, handoff: UUID, step: Told, at: datetime, number: int, profile: Profile) -> None:  # noqa: PLR0917
    command, kind = NOUNS[step["noun"]]
    by = sending((await cast())[_who(step["by"], profile)], at, "handoff", told["name"], number)
    said = {name: value for name, value in step.items() if name not in _ABOUT_THE_STEP}
    if "on_behalf" in step:
        proof = await enclose(by, handoff, "other", "盖章回执", "sign", proof=True)
        said["on_behalf"] = OnBehalf(proof=proof, **step["on_behalf"])
    await command(by, handoff, kind(**said))


def _delegated(days: "_Days") -> Act:
    """The mayor is away for some days and lets the office decide."""
    at = days.moment({"back": 1, "at": "17:30"})
    body = delegating.DelegationBody(
        delegate="dangban",
        from_day=days.today + AWAY[0],
        until_day=days.today + AWAY[1],
        note="外出培训",
    )

    async def give() -> None:
        by = sending((await cast())["zhenzhang"], at, "delegation")
        if body.until_day >= local(at).date():
            await delegation.delegate(by, demo_id("delegation", str(days.today)), body)

    return Act(at, give)


def _who(name: str, profile: Profile) -> str:
    """`leader` is the party secretary, except where the text has the head of the township decide."""
    if name != "leader":
        return name
    return "zhenzhang" if profile.approval.approver == "township_head" else "lingdao"


async def _profile() -> Profile:
    found = await row("SELECT profile FROM townships WHERE id = ?", township_id("sfz"))
    assert found is not None
    return load_profile(found["profile"])


class _Days:
    """Working days counted back from the day the demo is loaded."""

    def __init__(self, now: datetime, calendar: Calendar) -> None:
        self.now, self.today, self._calendar = now, local(now).date(), calendar

    def moment(self, told: Told) -> datetime:
        if "minutes_ago" in told:
            return (self.now - timedelta(minutes=told["minutes_ago"])).replace(microsecond=0)
        return datetime.combine(self._back(told["back"]), time.fromisoformat(told["at"]), CHINA)

    def _back(self, count: int) -> date:
        day = self.today
        while count:
            day -= timedelta(days=1)
            count -= self._calendar.is_workday(day)
        return day
