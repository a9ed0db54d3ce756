"""Months to draft: a few lines by hand, and any small month at all."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from backend.foundation.now import CHINA
from backend.office.duty.drafting import Assigned, Away, Bounds, Given, Member, Shift, Span, Stint, Wish
from backend.office.duty.rules.slots import Slot

ALWAYS = Span(datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC))
POLICE = Slot(name="民警", units=("PCS",), roles=("police",))
TEAM = Slot(name="执法队员", units=("ZFD",), roles=("officer", "captain"), certified=True)
ANYBODY = Slot(name="值班员")


def at(text: str) -> datetime:
    """11-03T20:00 of 2026 at +08:00."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=CHINA)


def shift(number: int, begins: str, hours: float = 12, *slots: Slot, kind: str = "watch") -> Shift:
    start = at(begins)
    ends = start + timedelta(hours=hours)
    night = start.hour >= 18
    return Shift(
        UUID(int=number),
        kind,
        "值班室",
        "镇政府",
        start,
        ends,
        slots or (ANYBODY,),
        night,
        start.weekday() > 4,
    )


def person(number: int, name: str = "", unit: str = "ZFD", *roles: str, **more: object) -> Member:
    return Member(
        UUID(int=1000 + number),
        name or f"队员{number}",
        unit,
        frozenset(roles or ("officer",)),
        **{"certified": (ALWAYS,), **more},  # type: ignore[arg-type]
    )


def officer(number: int, name: str = "", **more: object) -> Member:
    return person(number, name or f"民警{number}", "PCS", "police", **{"certified": (), **more})


def put(shift: Shift, member: Member, slot: int = 0) -> Assigned:
    return Assigned(shift.id, slot, member.id)


def leave(begins: str, ends: str, why: str = "年休假") -> Away:
    return Away(at(begins), at(ends), why)


# Any small month: up to eleven days, a handful of people, everything that can stand in the way of a shift.
MOMENTS = st.integers(0, 11 * 24).map(lambda hour: at("11-01T00:00") + timedelta(hours=hour))
SPANS = st.tuples(MOMENTS, st.integers(1, 120)).map(
    lambda pair: (pair[0], pair[0] + timedelta(hours=pair[1]))
)
SLOTS = st.builds(
    lambda least, more, units, roles, certified: Slot(
        name="席位", units=units, roles=roles, certified=certified, least=least, most=least + more
    ),
    st.integers(0, 2),
    st.integers(0, 1),
    st.sampled_from([(), ("ZFD",), ("PCS",), ("ZFD", "PCS")]),
    st.sampled_from([(), ("police",), ("officer",)]),
    st.booleans(),
)
MEMBERS = st.builds(
    lambda unit, role, certified, away, wishes: (unit, role, certified, away, wishes),
    st.sampled_from(["ZFD", "PCS"]),
    st.sampled_from(["officer", "police"]),
    st.lists(SPANS.map(lambda span: Span(*span)), max_size=2) | st.just([ALWAYS]),
    st.lists(SPANS.map(lambda span: Away(*span, "请假")), max_size=2),
    st.lists(
        st.builds(Wish, st.dates(date(2026, 11, 1), date(2026, 11, 11)), st.sampled_from(["off", "on"])),
        max_size=2,
    ),
)
SHIFTS = st.tuples(
    MOMENTS, st.sampled_from([4, 8, 12, 24]), st.lists(SLOTS, min_size=1, max_size=2), st.booleans()
)
BOUNDS = st.builds(Bounds, st.integers(0, 24), st.integers(12, 72), st.integers(1, 3))


@st.composite
def months(draw: st.DrawFn, most_shifts: int = 8, most_members: int = 5) -> Given:
    members = tuple(
        Member(UUID(int=1000 + n), f"人{n}", unit, frozenset({role}), tuple(held), tuple(away), tuple(wishes))
        for n, (unit, role, held, away, wishes) in enumerate(
            draw(st.lists(MEMBERS, min_size=1, max_size=most_members))
        )
    )
    shifts = tuple(
        Shift(
            UUID(int=n),
            "watch",
            f"班{n}",
            "",
            begins,
            begins + timedelta(hours=hours),
            tuple(slots),
            night,
            begins.weekday() > 4,
        )
        for n, (begins, hours, slots, night) in enumerate(draw(st.lists(SHIFTS, max_size=most_shifts)))
    )
    seats = [
        Assigned(each.id, index, member.id)
        for each in shifts
        for index in range(len(each.slots))
        for member in members
    ]
    fixed = draw(st.lists(st.sampled_from(seats), max_size=2, unique=True)) if seats else []
    around = [
        Stint(draw(st.sampled_from(members)).id, "上月的班", begins, ends, night)
        for begins, ends, night in draw(
            st.lists(SPANS.flatmap(lambda span: st.tuples(*map(st.just, span), st.booleans())), max_size=2)
        )
    ]
    return Given(shifts, members, draw(BOUNDS), tuple(fixed), tuple(around))


@st.composite
def weeks_of_nights(draw: st.DrawFn) -> Given:
    """Night after night with few people: what months drawn at random hardly ever have."""
    days = draw(st.lists(st.integers(2, 9), min_size=3, max_size=6, unique=True))
    shifts = tuple(shift(day, f"11-{day:02}T20:00", 8) for day in sorted(days))
    members = tuple(person(n) for n in range(draw(st.integers(1, 2))))
    bounds = Bounds(draw(st.integers(0, 16)), draw(st.integers(16, 60)), draw(st.integers(1, 3)))
    fixed = draw(st.lists(st.sampled_from([put(each, members[0]) for each in shifts]), max_size=1))
    before = Stint(members[0].id, "上月的班", at("11-01T20:00"), at("11-02T04:00"), True)
    return Given(shifts, members, bounds, tuple(fixed), draw(st.sampled_from([(), (before,)])))
