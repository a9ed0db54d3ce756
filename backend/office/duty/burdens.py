"""Who bears how much of a month: fairness as rows of a table. Pure."""

from dataclasses import dataclass

from backend.office.duty.drafting import Tally, fairness
from backend.office.duty.queries.conflicts import Sheet


@dataclass(frozen=True, slots=True)
class Burden:
    """One member's month; `carried` is what they bring along from the months before, more (+) or less (-) than their peers."""

    name: str
    unit: str
    month: Tally
    carried: Tally


def burdens(sheet: Sheet) -> list[Burden]:
    """Those for whom some slot is open, whoever bears most first."""
    members = {member.id: member for member in sheet.given.members}
    loads = [load for load in fairness(sheet.given, sheet.placed).loads if load.peers is not None]
    found = [
        Burden(members[load.member].name, members[load.member].unit, load.month, load.carried)
        for load in loads
    ]
    return sorted(found, key=lambda each: (-each.month.hours, -each.month.nights, each.name))
