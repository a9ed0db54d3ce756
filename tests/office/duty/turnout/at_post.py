"""The market at noon: minjing (police) and duiyuan (officer) stand there from 11 to 15 o'clock, xieguan is on no shift."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import row
from tests.field.street import NOON, Street
from tests.office.duty.shifts import assigned, shift

HOUR = timedelta(hours=1)
BEGINS, ENDS = NOON - HOUR, NOON + 3 * HOUR
INSIDE = {"lat": 24.17341, "lon": 102.4045, "accuracy_m": 8, "source": "gps"}
TOWN_HALL = {"lat": 24.17756, "lon": 102.40509, "accuracy_m": 8, "source": "gps"}
WEAK = INSIDE | {"accuracy_m": 900}


@dataclass
class Post:
    """Speaks for everybody; `shift` is the one at the market."""

    street: Street
    shift: UUID

    async def send(self, who: str, noun: str = "arrival", **said: Any) -> httpx.Response:
        """Of one thing at a time: each time another id."""
        body = {"shift": str(self.shift), "noun": noun, **said}
        return await self.street.put(who, f"/turnouts/{uuid4()}", body)

    async def states(self, who: str = "zhihui") -> dict[str, str]:
        """Username → how they stand to their shift, as the look shows it."""
        items = (await self.now(who))["items"]
        return {each["username"]: each["state"] for each in items}

    async def now(self, who: str = "zhihui") -> dict[str, Any]:
        found: dict[str, Any] = (await self.street.get(who, "/duty/now")).json()
        return found

    async def code(self) -> str:
        """What hangs at the market; made by the captain."""
        place = await row("SELECT id FROM places WHERE name = '农贸市场'")
        assert place is not None
        browser = await self.street.cast.browser("duizhang")
        answer = await browser.post(f"/duty/codes/{place['id']}/renewal")
        assert answer.status_code == 303, answer.text
        found = await row("SELECT id FROM place_codes WHERE place = ? AND ended_at IS NULL", place["id"])
        assert found is not None
        return str(found["id"])


async def at_market(street: Street) -> Post:
    needs = '[{"name":"民警","least":1,"most":2},{"name":"执法队员","least":2,"most":2}]'
    held = await shift(BEGINS, ENDS, "minjing", place="农贸市场", needs=needs)
    await on_slot(held, "duiyuan", 1)
    return Post(street, held)


async def on_slot(held: UUID, username: str, slot: int) -> None:
    """Somebody more, on another slot than the first."""
    assignment = await assigned(held, username, BEGINS - 24 * HOUR)
    await row("UPDATE assignments SET slot = ? WHERE id = ? RETURNING id", slot, assignment)
