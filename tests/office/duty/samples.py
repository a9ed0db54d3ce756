"""The records of a roster that addresses ask for: a post, a published month with one shift, a swap that was asked for."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import rows
from backend.office.duty.rules.slots import Slot, write_slots

BEGINS = datetime(2026, 12, 1, 10, tzinfo=UTC)
NEEDS = write_slots((Slot(name="执法队员"),))


async def duty_names(township: str, officer: str, other: str) -> dict[str, str]:
    """By hand: in the neighbouring township nobody plans. `officer` stands on the shift and asks `other` to take it."""
    post, roster, shift, assignment, swap = (uuid4() for _ in range(5))
    home, who = township_id(township), officer_id(officer)
    await rows(
        "INSERT INTO duty_posts (id, township, kind, name, begins_minute, length_minutes, needs, first_day) "
        "VALUES (?, ?, 'watch', '夜间值班', 1080, 840, ?, ?)",
        post, home, NEEDS, date(2026, 12, 1),
    )  # fmt: skip
    await rows(
        "INSERT INTO rosters (id, township, month, published_at, published_by) VALUES (?, ?, ?, ?, ?)",
        roster, home, date(2026, 12, 1), BEGINS.replace(month=11), who,
    )  # fmt: skip
    await rows(
        "INSERT INTO shifts (id, roster, post, kind, name, begins_at, ends_at, needs) "
        "VALUES (?, ?, ?, 'watch', '夜间值班', ?, ?, ?)",
        shift, roster, post, BEGINS, BEGINS.replace(day=2, hour=0), NEEDS,
    )  # fmt: skip
    await rows(
        "INSERT INTO assignments (id, shift, slot, officer, origin, assigned_by, assigned_at) "
        "VALUES (?, ?, 0, ?, 'hand', ?, ?)",
        assignment, shift, who, who, BEGINS.replace(month=11),
    )  # fmt: skip
    await _ask(swap, home, assignment, officer_id(other), who)
    read = uuid4()
    await rows(
        "INSERT INTO roster_imports (id, roster, seen, file_name, digest, unchanged, made_at, made_by) "
        "VALUES (?, ?, 1, '排班.xlsx', ?, 1, ?, ?)",
        read, roster, "0" * 64, BEGINS.replace(month=11), who,
    )  # fmt: skip
    return {
        "roster_import_id": str(read),
        "post_id": str(post),
        "roster_id": str(roster),
        "shift_id": str(shift),
        "swap_id": str(swap),
    }


async def _ask(swap: UUID, home: UUID, assignment: UUID, other: UUID, who: UUID) -> None:
    await rows(
        "INSERT INTO swaps (id, township, assignment, other_officer, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, ?)",
        swap, home, assignment, other, who, BEGINS.replace(month=11),
    )  # fmt: skip
