"""A local day of the county, set by its administrator."""

from backend.foundation.database import row
from tests.rig.cast import Cast

DAY = {
    "day": "2026-12-28",
    "kind": "off",
    "why": "县庆放假",
    "source": "县政府办公室通知〔2026〕3号",
    "seen": "1",
}


async def local_day(cast: Cast) -> dict[str, str]:
    """Its id by the name of the path parameter."""
    answer = await (await cast.browser("guanli")).post("/calendar/days", data=DAY)
    assert answer.status_code in (200, 201), answer.text
    found = await row("SELECT id FROM calendar_days")
    assert found is not None
    return {"day_id": str(found["id"])}
