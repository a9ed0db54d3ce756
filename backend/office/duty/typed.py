"""A post as it is typed into its form, and read back from there."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from backend.foundation.people.permissions import ROLES
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields
from backend.office.duty.rules.days import DAYS
from backend.office.duty.rules.posts import A_DAY_MINUTES, MOST_SLOTS, Post
from backend.office.duty.rules.slots import KINDS, Slot

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_SLOT = ("name", "units", "roles", "certified", "least", "most")
Cells = dict[str, str | list[str]]


def blank(today: date) -> Cells:
    """A watch through the night, everything else open."""
    return {
        "kind": "watch", "name": "", "place": "", "days": "all", "weekdays": [], "begins": "18:00", "ends": "08:00",
        "first_day": today.isoformat(), "last_day": "", "active": "1", **_all_slots(()),
    }  # fmt: skip


def filled(post: Post) -> Cells:
    """What the post says now."""
    kind, _, figures = post.days.partition(":")
    ends = (post.begins_minute + post.length_minutes) % A_DAY_MINUTES
    return {
        "kind": post.kind, "name": post.name, "place": str(post.place or ""), "days": kind,
        "weekdays": figures.split(",") if figures else [], "begins": _clock(post.begins_minute), "ends": _clock(ends),
        "first_day": post.first_day.isoformat(), "last_day": post.last_day.isoformat() if post.last_day else "",
        "active": "1" if post.active else "", **_all_slots(post.needs),
    }  # fmt: skip


def cells(sent: Fields) -> Cells:
    """Everything as it was typed."""
    plain = ("kind", "name", "place", "days", "begins", "ends", "first_day", "last_day", "active")
    typed: Cells = {name: sent.text(name) for name in plain} | {"weekdays": sent.several("weekdays")}
    for index in range(MOST_SLOTS):
        for name in _SLOT:
            key = f"slot{index}_{name}"
            typed[key] = sent.several(key) if name in ("units", "roles") else sent.text(key)
    return typed


def read(typed: Cells) -> Post:
    """Refuses `invalid` for what says nothing; what it says is judged by the rules."""
    begins, ends = _minute(typed["begins"]), _minute(typed["ends"])
    first, last = _day(typed["first_day"]), _day(typed["last_day"])
    found = {}
    if begins is None:
        found["begins"] = "写几点几分，如 18:00"
    if ends is None:
        found["ends"] = "写几点几分，如 08:00"
    if first is None:
        found["first_day"] = "选哪天起"
    if typed["last_day"] and last is None:
        found["last_day"] = "写成 2026-12-31，或空着"
    if typed["days"] not in DAYS:
        found["days"] = "选一种"
    if typed["kind"] not in KINDS:
        found["kind"] = "选一种"
    slots = _slots(typed, found)
    if found or begins is None or ends is None or first is None:
        raise Refusal("invalid", fields=found)
    return Post(
        kind=str(typed["kind"]),
        name=str(typed["name"])[:40],
        place=_id(typed["place"], found),
        days=_days(typed),
        begins_minute=begins,
        length_minutes=(ends - begins) % A_DAY_MINUTES or A_DAY_MINUTES,
        needs=slots,
        first_day=first,
        last_day=last,
        active=bool(typed["active"]),
    )


def _slots(typed: Cells, found: dict[str, str]) -> tuple[Slot, ...]:
    """Those with a name; a number that is none is a fault of its field."""
    slots = []
    for index in range(MOST_SLOTS):
        key = f"slot{index}_"
        if not typed.get(f"{key}name"):
            continue
        least, most = (_number(typed[f"{key}{name}"]) for name in ("least", "most"))
        if least is None or most is None:
            found[f"{key}least"] = "写人数，如 1"
            continue
        roles = tuple(role for role in typed[f"{key}roles"] if role in ROLES)
        slots.append(
            Slot(
                name=str(typed[f"{key}name"])[:20],
                units=tuple(typed[f"{key}units"]),
                roles=roles,
                certified=bool(typed[f"{key}certified"]),
                least=least,
                most=most,
            )
        )
    return tuple(slots)


def _all_slots(needs: Sequence[Slot]) -> Cells:
    """Those there are, and empty ones to fill in."""
    found: Cells = {}
    for index in range(MOST_SLOTS):
        found |= _slot_cells(index, needs[index] if index < len(needs) else Slot(name=""))
    return found


def _slot_cells(index: int, given: Slot) -> Cells:
    return {
        f"slot{index}_name": given.name, f"slot{index}_units": list(given.units), f"slot{index}_roles": list(given.roles),
        f"slot{index}_certified": "1" if given.certified else "", f"slot{index}_least": str(given.least),
        f"slot{index}_most": str(given.most),
    }  # fmt: skip


def _days(typed: Cells) -> str:
    if typed["days"] != "weekdays":
        return str(typed["days"])
    return f"weekdays:{','.join(sorted({figure for figure in typed['weekdays'] if figure in '1234567'}))}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(text: str | list[str]) -> int | None:
    found = _CLOCK.fullmatch(str(text))
    return int(found[1]) * 60 + int(found[2]) if found else None


def _number(text: str | list[str]) -> int | None:
    return int(str(text)) if re.fullmatch(r"\d{1,2}", str(text), re.ASCII) else None


def _day(text: str | list[str]) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _id(text: str | list[str], found: dict[str, str]) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        raise Refusal("invalid", fields=found | {"place": "从名单里选场所"}) from None
