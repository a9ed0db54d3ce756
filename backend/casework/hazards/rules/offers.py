"""Which acts a page offers somebody on a notification as it stands. Pure."""

from dataclasses import dataclass

from backend.casework.hazards.rules import states
from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.rules.hazard import Hazard, Report
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

# In the order a page shows them.
_ANSWERS = ("departure", "arrival", "measures", "result", "refusal", "receipt")


@dataclass(frozen=True, slots=True)
class Offers:
    """`answers` are the told body's own acts; `behalf` the same for whoever records them on its behalf."""

    answers: tuple[str, ...]
    behalf: tuple[str, ...]
    calls: bool
    meetings: bool
    addenda: bool
    closure: bool
    withdrawal: bool
    report: bool

    @property
    def main(self) -> str:
        """The next thing the told body does; empty where nothing is asked of it."""
        return self.answers[0] if self.answers and self.answers[0] != "receipt" else ""


def offers(person: Person, side: Side, hazard: Hazard, report: Report | None, *, ground: str) -> Offers:
    """`ground`: on which the government may be told, empty for none."""
    own, answering = side == "sender", may(person, "hazard.answer")
    possible = tuple(act for act in _ANSWERS if _offered(hazard.state, act)) if answering else ()

    def follows(action: str, act: str) -> bool:
        return own and may(person, action) and states.possible(hazard.state, act)

    return Offers(
        answers=possible if side == "addressee" else (),
        behalf=possible if own else (),
        calls=follows("hazard.tell", "calls"),
        meetings=follows("hazard.tell", "meetings"),
        addenda=side != "government" and may(person, "hazard.amend"),
        closure=follows("hazard.close", "closure"),
        withdrawal=follows("hazard.close", "withdrawal"),
        report=follows("hazard.report", "report") and bool(ground) and not _issued(report),
    )


def _offered(state: str, act: str) -> bool:
    return states.possible(state, act) and not states.done(state, act)


def _issued(report: Report | None) -> bool:
    return report is not None and report.issued_at is not None
