"""Records of the list of matters for the journey over every page: versions to come and taken back, proposals, spreadsheets."""

from playwright.async_api import Page

from backend.foundation.now import local, now
from tests.journeys.record import told
from tests.office.matters.sheets import PAPER, RIVER, STALL, spreadsheet

Named = dict[str, list[str]]
SHOWN = ("HB-03", "SR-12", "SW-01")  # one that will change, one that was taken back, one with tiers
NEW = STALL | {
    "code": "XX-01",
    "name": "一个名称特别长的事项" * 12,
    "sayings": "、".join(f"说法{number}" for number in range(30)),
}
FAULTY = [RIVER | {"code": f"XX-{number}", "name": "", "basis": ""} for number in range(300)]


async def list_records(officer: Page, captain: Page) -> Named:
    """Both are signed in."""
    found = {each["code"]: each["id"] for each in (await told(officer, "/matters?limit=200"))["items"]}
    await captain.goto("/matters/upkeep")
    proposals = await captain.locator('a[href^="/matters/proposals/"]').all()
    return {
        "matter_id": [found[code] for code in SHOWN],
        "proposal_id": [str(await each.get_attribute("href")).rpartition("/")[2] for each in proposals],
        "import_id": [await _read(captain, [NEW, RIVER]), await _read(captain, FAULTY)],
    }


async def _read(captain: Page, rows: list[dict[str, str]]) -> str:
    token = await captain.locator('meta[name="csrf"]').get_attribute("content")
    file = {"name": "清单.xlsx", "mimeType": "application/octet-stream", "buffer": spreadsheet(rows)}
    answer = await captain.request.post(
        "/matters/imports",
        multipart={"effective_on": local(now()).date().isoformat(), **PAPER, "file": file},  # type: ignore[dict-item]
        headers={"X-CSRFToken": str(token)},
        max_redirects=0,
    )
    assert answer.status == 303, await answer.text()
    return answer.headers["location"].rpartition("/")[2]
