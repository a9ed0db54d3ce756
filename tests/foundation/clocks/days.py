"""A day that a county lays over its calendars."""

from datetime import date
from uuid import UUID, uuid4

from backend.foundation.clocks.editions import new_edition
from backend.foundation.database import rows, transaction
from backend.foundation.now import now


async def lay_over(county: UUID, day: str, *, works: bool) -> None:
    async with transaction():
        edition = await new_edition(county, now())
        await rows(
            "INSERT INTO calendar_days (id, county, on_day, works, why, source, from_edition, set_at) "
            "VALUES (?, ?, ?, ?, '县庆放假', '', ?, ?)",
            uuid4(), county, date.fromisoformat(day), works, edition, now(),
        )  # fmt: skip
