"""A campaign and a window of a township, for the tables of the house: announced, its report waiting for a signature."""

from uuid import UUID, uuid4

from backend.demo.organisation import township_id
from backend.foundation.clocks.windows import keep_windows
from backend.foundation.database import row, rows
from tests.field.campaigns.campaigning import SUMMARY, campaign_body
from tests.field.street import NOON
from tests.rig.cast import Cast

# The neighbouring township has no leader in the cast who could.
_ANNOUNCE = "UPDATE campaigns SET state = 'approved', approved_at = ? WHERE id = ?"


async def campaign_names(cast: Cast, captain: str, unit: str) -> dict[str, str]:
    """The own township's with its police station and 县城市管理局, the neighbouring one's with 县应急管理局."""
    town, campaign = unit.partition("-")[0], str(uuid4())
    units = ["lz", "yjj"] if town == "lz" else ["sfz-zfd", "sfz-pcs", "cgj"]
    script = await cast.script(captain)
    answer = await script.put(f"/api/v1/campaigns/{campaign}", json=campaign_body(units=units, people=[]))
    assert answer.status_code == 201, answer.text
    await rows(_ANNOUNCE, NOON, UUID(campaign))
    answer = await script.post(f"/api/v1/campaigns/{campaign}/report", json=SUMMARY)
    assert answer.status_code == 201, answer.text
    await keep_windows()
    window = await row("SELECT id FROM cadence_windows WHERE township = ?", township_id(town))
    assert window is not None
    return {"campaign_id": campaign, "window_id": str(window["id"]), "day": NOON.date().isoformat()}
