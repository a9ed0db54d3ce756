"""What a limit comes to on one calendar: its end, from when it is due soon, what the sweep looks for next. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.foundation.refusals import Refusal
from backend.foundation.workdays import Calendar, Term, Uncountable, Warn, due, soon_from, warnings


@dataclass(frozen=True, slots=True)
class Reckoning:
    """`next` is the first warning that is still to come; the limit itself is never left out, however long ago."""

    due_at: datetime
    late_from: datetime
    soon_from: datetime
    provisional: bool
    next: Warn

    def columns(self) -> dict[str, Any]:
        """As a clock's row keeps it."""
        return {
            "due_at": self.due_at,
            "late_from": self.late_from,
            "soon_from": self.soon_from,
            "provisional": self.provisional,
            "next_at": self.next.at,
            "next_kind": self.next.kind,
        }


def reckon(term: Term, start: datetime, calendar: Calendar, at: datetime) -> Reckoning:
    """`at` is the present: a warning whose moment has passed is not given any more. Refuses `uncountable`."""
    try:
        ends = due(term, start, calendar)
    except Uncountable as beyond:
        raise Refusal("uncountable", str(beyond)) from None
    to_come = (warn for warn in warnings(term, start, calendar) if warn.at > at or warn.kind == "limit")
    return Reckoning(
        ends.at, ends.late_from, soon_from(term, start, calendar), ends.provisional, next(to_come)
    )
