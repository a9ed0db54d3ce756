"""Which report and which act is possible when. Pure."""

from collections.abc import Iterable
from typing import Final

from backend.field.incidents.rules.incident import Incident, Report
from backend.field.incidents.rules.words import KINDS, STATES
from backend.foundation.refusals import Refusal

# A follow-up may come before the written report: what is not known yet must not hold up what is.
_FROM: Final[dict[str, frozenset[str]]] = {
    "written": frozenset({"reported"}),
    "followup": frozenset({"reported", "written"}),
    "final": frozenset({"reported", "written"}),
}
_TO: Final[dict[str, str]] = {"written": "written", "final": "final"}


def possible(state: str, kind: str) -> bool:
    return state in _FROM[kind]


def may_report(incident: Incident, kind: str, reports: Iterable[Report]) -> None:
    """Refuse `incident_state`, `incident_report_waiting`."""
    if not possible(incident.state, kind):
        raise Refusal("incident_state", f"现在是“{STATES[incident.state]}”，不能再{KINDS[kind]}")
    if any(report.waits for report in reports):
        raise Refusal("incident_report_waiting")


def after(state: str, kind: str) -> str:
    """The state an issued report of that kind leads to."""
    return _TO.get(kind, state)


def still_open(incident: Incident) -> None:
    """Refuse `incident_state`."""
    if not incident.open:
        raise Refusal("incident_state", f"现在是“{STATES[incident.state]}”")
