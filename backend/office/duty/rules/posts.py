"""岗位: what a post must say before shifts can be made of it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.foundation.mechanism.limits import Cadence
from backend.foundation.refusals import Refusal
from backend.office.duty.rules.slots import KINDS, Slot

A_DAY_MINUTES = 24 * 60
MOST_SLOTS, MOST_PEOPLE = 4, 20
ENFORCEMENT_ROLES = frozenset({"officer", "captain"})
POLICE_ROLES = frozenset({"police", "police_chief", "traffic_police"})
ENFORCEMENT_UNIT, POLICE_UNIT = "affiliated", "police"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as it is written down."""

    kind: str
    name: str
    place: UUID | None
    days: str
    begins_minute: int
    length_minutes: int
    needs: tuple[Slot, ...]
    first_day: date
    last_day: date | None
    active: bool = True


def faults(post: Post) -> dict[str, str]:
    """What is wrong, by field."""
    return dict(_faults(post))


def _faults(post: Post) -> Iterator[tuple[str, str]]:
    if post.kind not in KINDS:
        yield "kind", "选一种"
    if not post.name.strip():
        yield "name", "写上岗位名称"
    yield from _time_faults(post)
    yield from _slot_faults(post.needs)


def _time_faults(post: Post) -> Iterator[tuple[str, str]]:
    if not 0 <= post.begins_minute < A_DAY_MINUTES:
        yield "begins", "写几点几分，如 20:00"
    if not 1 <= post.length_minutes <= A_DAY_MINUTES:
        yield "ends", "一个班次最长24小时"
    if post.days == "weekdays:":
        yield "weekdays", "选星期几"
    if post.last_day is not None and post.last_day < post.first_day:
        yield "last_day", "不能早于开始的日子"


def _slot_faults(needs: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    if not needs:
        yield "slot0_name", "至少写一个席位"
    for index, slot in enumerate(needs):
        if not 0 <= slot.least <= slot.most <= MOST_PEOPLE or slot.most == 0:
            yield f"slot{index}_least", f"至少不超过至多，至多1到{MOST_PEOPLE}人"


def stand_together(post: Post, cadence: Cadence | None, cite: str, kinds: Mapping[str, str]) -> None:
    """联合值守 where the place's mechanism asks for it: enforcement and police, somebody of each. `kinds` is unit code → kind.
    Refuses `stand_by_alone` with the clause."""
    if post.kind != "stand_by" or cadence is None or not cadence.participants:
        return
    both = _any(post.needs, ENFORCEMENT_ROLES, ENFORCEMENT_UNIT, kinds) and _any(
        post.needs, POLICE_ROLES, POLICE_UNIT, kinds
    )
    if not both:
        raise Refusal("stand_by_alone", f"{cite}：{cadence.quote}", clause=cadence.clause)


def _any(needs: Sequence[Slot], roles: frozenset[str], unit_kind: str, kinds: Mapping[str, str]) -> bool:
    return any(slot.least > 0 and _is_of(slot, roles, unit_kind, kinds) for slot in needs)


def _is_of(slot: Slot, roles: frozenset[str], unit_kind: str, kinds: Mapping[str, str]) -> bool:
    """Whether only such people can stand there."""
    by_role = bool(slot.roles) and roles.issuperset(slot.roles)
    by_unit = bool(slot.units) and all(kinds.get(code) == unit_kind for code in slot.units)
    return by_role or by_unit
