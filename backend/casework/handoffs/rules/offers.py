"""Which acts a page offers somebody on a handoff as it stands. Pure."""

from dataclasses import dataclass
from typing import Final

from backend.casework.handoffs.rules import consent, limits, states
from backend.casework.handoffs.rules.access import Side
from backend.casework.handoffs.rules.handoff import Handoff
from backend.casework.handoffs.rules.states import (
    NOT_YET_SENT,
    OPEN,
    PREPARING,
    TALKING,
    WITH_ADDRESSEE,
    Act,
    State,
)
from backend.foundation.mechanism import Profile

_ANSWERS: Final[tuple[Act, ...]] = ("receipt", "acceptance", "return", "result")
_SENDS: Final[tuple[Act, ...]] = (
    "submission",
    "sealing",
    "dispatch",
    "closure",
    "withdrawal",
    "settlement",
)
_DECIDES: Final[tuple[Act, ...]] = ("approval", "revision", "refusal")
# The one thing a page asks of whoever opens it, the first that is offered.
_MAIN: Final = (
    "approval",
    "acceptance",
    "result",
    "dispatch",
    "submission",
    "closure",
    "settlement",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the person may do here, as access and approval have judged. `silent`: the addressee cannot sign in;
    `stands_in`: they decide only while the captain cannot."""

    side: Side
    writes: bool = False
    sends: bool = False
    decides: bool = False
    answers: bool = False
    silent: bool = False
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """`acts` by their nouns; `behalf` are the addressee's acts that the sender may enter for it (代录); `silent`: the
    addressee cannot sign in, as its sender is told; `stands_in`: another decides here, unless they cannot."""

    acts: frozenset[str]
    behalf: tuple[str, ...]
    main: str
    silent: bool
    stands_in: bool


def offers(profile: Profile, handoff: Handoff, state: State, who: Standing) -> Offers:
    """`state` is the state as this side knows it."""
    acts = _addressees(state, who) if who.side == "addressee" else _senders(profile, handoff, who)
    behalf: tuple[str, ...] = ()
    if who.side == "sender" and who.sends and who.silent:
        behalf = tuple(act for act in _ANSWERS if _offered(state, act))
    main = next((act for act in _MAIN if act in acts), "")
    return Offers(frozenset(acts), behalf, main, who.silent, who.stands_in)


def _addressees(state: State, who: Standing) -> set[str]:
    if not who.answers:
        return set()
    acts: set[str] = {act for act in _ANSWERS if _offered(state, act)}
    return acts | ({"progress"} if state in TALKING else set())


def _senders(profile: Profile, handoff: Handoff, who: Standing) -> set[str]:
    state = handoff.state
    acts: set[str] = set()
    if who.writes and state in OPEN:
        acts.add("edit")
    if who.writes and state in PREPARING:
        acts.add("materials")
        acts |= {"stop-record", "notice-record"} if handoff.ongoing else set()
    if who.decides:
        acts |= {act for act in _DECIDES if _offered(state, act)}
    if who.sends:
        acts |= {act for act in _SENDS if _offered(state, act)} | _moves(profile, handoff)
        acts -= {"sealing"} if handoff.direction == "stationed" else set()
        acts |= {"progress"} if state in TALKING else set()
        acts |= {"reminders"} if state in WITH_ADDRESSEE else set()
        acts |= {"proof"} if who.silent and state in WITH_ADDRESSEE else set()
    return acts


def _moves(profile: Profile, handoff: Handoff) -> set[str]:
    """What moves the transfer limit, or must be there before the case leaves."""
    state, acts = handoff.state, set[str]()
    if state in PREPARING and not handoff.urgent and handoff.direction != "stationed":
        acts.add("urgency")
    if consent.needed(profile, handoff.direction, major=handoff.major) and state in PREPARING:
        acts |= {"consent"} if handoff.consent_record is None else set()
    extensible = state in NOT_YET_SENT and not handoff.urgent and handoff.extended_at is None
    if extensible and handoff.sending == 1 and profile.in_force(limits.EXTENDED) is not None:
        acts.add("extension")
    return acts


def _offered(state: State, act: Act) -> bool:
    return states.possible(state, act) and not states.done(state, act)
