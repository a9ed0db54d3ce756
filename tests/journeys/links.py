"""The link on a letter to a body without accounts: the door that asks for the code, and the case behind it."""

from urllib.parse import urlsplit
from uuid import uuid4

from playwright.async_api import Page

from tests.journeys.record import told


async def fresh(officer: Page) -> tuple[str, str]:
    """Path and code of a link made anew for the demo's case with the water bureau."""
    listed = (await told(officer, "/handoffs?unit=slj"))["items"]
    token = await officer.locator('meta[name="csrf"]').get_attribute("content")
    answer = await officer.request.post(
        f"/api/v1/handoffs/{listed[0]['id']}/invitation",
        data={},
        headers={"X-CSRFToken": str(token), "Idempotency-Key": str(uuid4())},
    )
    assert answer.ok, await answer.text()
    reply = await answer.json()
    return urlsplit(reply["address"]).path, str(reply["code"])


async def enter(page: Page, address: str) -> None:
    """`address` carries the code behind its #, as the guest holds it on paper."""
    path, _, code = address.partition("#")
    await page.goto(path)
    await page.get_by_label("回复码").fill(code)
    await page.get_by_role("button", name="打开移送案件").click()
    await page.get_by_role("heading", name="案情").wait_for()
