"""Kinds of unit (M02) and which body a unit acts for. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

UNIT_KINDS = {
    "township": "乡镇人民政府",
    "street": "街道办事处",
    "internal": "内设机构",
    "affiliated": "直属机构",
    "dispatched": "派出机构",
    "stationed": "派驻机构",
    "police": "公安派出所、交警",
    "party_committee": "党委",
    "department": "县级职能部门",
    "government": "县级人民政府",
    "procuratorate": "检察院",
    "court": "法院",
}


@dataclass(frozen=True)
class Standing:
    """Where a unit stands: what it belongs to, and whether it has 行政执法主体资格 itself."""

    parent: UUID | None
    acts_in_own_name: bool


def enforcing_body(unit: UUID, units: Mapping[UUID, Standing]) -> UUID:
    """The 执法主体 a unit's officers act for: the nearest body upwards that acts in its own name.

    Where none does, the top of the line stands for it, so that colleagues of one line still count together.
    """
    seen = {unit}
    while not units[unit].acts_in_own_name:
        above = units[unit].parent
        if above is None or above not in units or above in seen:
            break
        seen.add(above)
        unit = above
    return unit
