"""What the server holds of a patrol, asked for by the API with the session of a page; and what is put there."""

import hashlib
from typing import Any

from playwright.async_api import Page


async def told(page: Page, path: str) -> Any:
    """The answer to GET /api/v1`path`."""
    answer = await page.request.get(f"/api/v1{path}")
    assert answer.ok, await answer.text()
    return await answer.json()


async def put(officer: Page, path: str, body: dict[str, Any]) -> None:
    """PUT /api/v1`path`, for the first time."""
    token = await officer.locator('meta[name="csrf"]').get_attribute("content")
    answer = await officer.request.put(f"/api/v1{path}", data=body, headers={"X-CSRFToken": str(token)})
    assert answer.status == 201, await answer.text()


async def post(officer: Page, path: str, body: dict[str, Any]) -> None:
    """POST /api/v1`path`, for the first time."""
    token = await officer.locator('meta[name="csrf"]').get_attribute("content")
    answer = await officer.request.post(f"/api/v1{path}", data=body, headers={"X-CSRFToken": str(token)})
    assert answer.status == 201, await answer.text()


async def positions(page: Page, patrol: str) -> list[tuple[float, float]]:
    """Latitude and longitude of every fix drawn as track."""
    features = (await told(page, f"/patrols/{patrol}.geojson"))["features"]
    stretches = [each["geometry"] for each in features if each["properties"]["kind"] == "track"]
    lines = [line["coordinates"] for line in stretches if line["type"] == "LineString"]
    return [(lat, lon) for line in lines for lon, lat, *_ in line]


async def digests_of_photos(page: Page, patrol: str) -> list[str]:
    """SHA-256 of the original bytes of each finding's photos, findings in order."""
    found = sorted(
        (await told(page, f"/patrols/{patrol}/findings"))["items"], key=lambda each: each["number"]
    )
    digests = []
    for finding in found:
        await page.goto(f"/patrols/{patrol}/findings/{finding['id']}")
        for link in await page.locator('a[href^="/photos/"]').all():
            original = await page.request.get(f"/api/v1{await link.get_attribute('href')}/content")
            digests.append(hashlib.sha256(await original.body()).hexdigest())
    return digests
