"""What may be written down about a unit. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from backend.foundation.people.units import UNIT_KINDS, Standing
from backend.foundation.refusals import Refusal
from backend.office.personnel.rules.limits import CODE, coded, telephone, words


@dataclass(frozen=True)
class UnitDraft:
    """A unit as it was typed; `county_body` counts only when it is new."""

    code: str
    name: str
    kind: str
    acts_in_own_name: bool
    parent: UUID | None
    phone: str
    liaison: UUID | None
    county_body: bool = False

    def columns(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "county_body"}


def check_unit(draft: UnitDraft, unit: UUID, line: Mapping[UUID, Standing]) -> None:
    """Refuse `invalid` with a sentence per field. `line`: the units it may belong to, by id."""
    faults = {
        "code": coded(draft.code, CODE, 32),
        "name": words(draft.name, 60),
        "kind": "" if draft.kind in UNIT_KINDS else "从列出的类别里选",
        "phone": telephone(draft.phone),
        "parent": _parent_fault(draft.parent, unit, line),
    }
    if any(faults.values()):
        raise Refusal("invalid", fields={field: fault for field, fault in faults.items() if fault})


def _parent_fault(parent: UUID | None, unit: UUID, line: Mapping[UUID, Standing]) -> str:
    if parent is None:
        return ""
    if parent not in line:
        return "从列出的单位里选"
    above, walked = parent, 0
    while above != unit and walked < len(line):
        upper = line[above].parent
        if upper is None or upper not in line:
            return ""
        above, walked = upper, walked + 1
    return "不能归到自己或自己的下级"
