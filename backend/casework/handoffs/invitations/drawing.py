"""What the two pages of a link are filled with: the door, and the case as its addressee may read it."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from backend.casework.handoffs.course import course
from backend.casework.handoffs.invitations.acting import ACTS
from backend.casework.handoffs.invitations.guests import Guest
from backend.casework.handoffs.invitations.queries import copies_of
from backend.casework.handoffs.invitations.visitor import LINK
from backend.casework.handoffs.queries.papers import papers_of
from backend.casework.handoffs.queries.sheet import Sheet, sheet
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import states
from backend.casework.handoffs.rules.materials import KINDS
from backend.casework.handoffs.showing.facts import facts_in_words
from backend.casework.handoffs.showing.handoff import case_content, standing
from backend.foundation.clocks import shown
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields

# What is kept of a form that could not be taken: everything but what proves where it came from.
KEPT: Final = (
    "name",
    "position",
    "note",
    "handler",
    "number",
    "reason",
    "competent_body",
    "text",
    "key",
)
NOTHING: Final = Fields(())
_SAID: Final = {act: f"已{words}，已告诉移送单位。" for act, words in ACTS.items()} | {
    "copy": "盖章件已经传到，已告诉移送单位。"
}
# Where a form calls a field otherwise than the act does.
_CALLED: Final = {"competent_body": "body", "competent_unit": "body"}


@dataclass(frozen=True, slots=True)
class Attempt:
    """A form that was sent for `act`: what was typed, and why it was not taken. `waiting`: the visit had run out."""

    typed: Fields = NOTHING
    act: str = ""
    refusal: Refusal | None = None
    waiting: bool = False

    @property
    def kept(self) -> dict[str, str]:
        said = {name: self.typed.raw(name) for name in KEPT if self.typed.raw(name)}
        return {**said, "act": self.act} if self.act else said

    @property
    def errors(self) -> dict[str, str]:
        """By field; what concerns none of them stands under an empty name."""
        if self.refusal is None:
            return {}
        fields, detail = self.refusal.fields, self.refusal.detail
        if fields and not detail:
            return fields
        return {"": f"{self.refusal.entry.title}。{detail or self.refusal.entry.do}"} | fields


def at_the_door(caller: Guest, attempt: Attempt) -> dict[str, Any]:
    """Nothing of the case: whoever stands here has not shown that the letter is theirs."""
    return {
        "path": caller.path,
        "carried": attempt.kept,
        "code": attempt.typed.raw("code"),
        "errors": attempt.errors,
        "waiting": attempt.waiting,
    }


async def the_case(caller: Guest, attempt: Attempt, said: str) -> dict[str, Any]:
    """The case to the fields of the allow-list, what can be done now, and the form as it was typed."""
    found = await sheet(await caller.person(), caller.invitation.handoff)
    case = found.case
    return {
        "path": caller.path,
        "csrf": caller.csrf,
        "key": str(uuid4()),
        "case": case,
        "seen": standing(case),
        "content": case_content(case),
        "in_words": facts_in_words(case.handoff),
        "lines": found.lines,
        "kinds": KINDS,
        "limits": [shown(clock, caller.at) for clock in found.limits],
        "steps": course(found, await papers_of(case)),
        "contact": found.contacts["from"],
        "copies": await copies_of(caller.invitation.handoff),
        "offers": _offers(case),
        "acts": ACTS,
        "bodies": _bodies(case),
        "typed": {**_signature(found), **attempt.kept},
        "errors": attempt.errors,
        "summary": {_place(attempt.act, name): words for name, words in attempt.errors.items()},
        "waiting": attempt.waiting,
        "said": _SAID.get(said, ""),
    }


def _place(act: str, name: str) -> str:
    """The id of that field on the page; of the whole form for what concerns none of them."""
    return f"{act}-{_CALLED.get(name, name)}" if name else act


def _offers(case: Case) -> list[str]:
    state = case.own.state if case.own else case.state
    return [act for act in ACTS if states.possible(state, act) and not states.done(state, act)]  # type: ignore[arg-type]


def _signature(found: Sheet) -> dict[str, str]:
    """Who signed by this link last, to be filled in again."""
    signed = [step for step in found.steps if step.told.get("channel") == LINK]
    if not signed:
        return {}
    return {"name": signed[-1].done_by_name, "position": str(signed[-1].told.get("position", ""))}


def _bodies(case: Case) -> list[str]:
    """Whom a return may name as competent; any other body in words is as good."""
    return sorted(unit.name for unit in case.units.units.values() if unit.acts)
