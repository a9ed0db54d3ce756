"""What may be kept on a phone is a short list; everything else is asked of the network."""

import pytest
from playwright.async_api import Page

ID = "0190f3c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f"
RULES = """async ([method, address]) => {
  self.SHELL ??= {version: "new", offline: "/offline", nowhere: "00000000-0000-4000-8000-000000000000"};
  if (!self.rules) {
    const source = await (await fetch("/js/sw/rules.js")).text();
    self.rules = new Function(source + "; return { mayKeepPage, leavesTheDevice, isStatic, inThisShell, isKeptFile, isDoor, standInFor };")();
  }
  const url = new URL(address, location);
  const names = ["mayKeepPage", "leavesTheDevice", "isStatic", "isKeptFile", "isDoor"];
  return names.filter(name => self.rules[name]({ method }, url)).join();
}"""


@pytest.mark.parametrize(
    ("method", "address", "rule"),
    [
        ("GET", "/", "mayKeepPage"),
        ("GET", "/patrols", "mayKeepPage"),
        ("GET", f"/patrols/{ID}", "mayKeepPage"),
        ("GET", "/patrols/here", "mayKeepPage"),
        ("GET", "/patrols/here/findings/new", "mayKeepPage"),
        ("GET", f"/patrols/{ID}/crew", "mayKeepPage"),
        ("GET", "/checkins/new", "mayKeepPage"),
        ("GET", f"/checkins/{ID}", "mayKeepPage"),
        ("GET", "/duty", "mayKeepPage"),
        ("GET", "/duty/now", "mayKeepPage"),
        ("GET", "/duty/rosters", ""),
        ("GET", f"/duty/checks/{ID}", "mayKeepPage"),
        ("GET", f"/duty/at/{ID}", ""),
        ("GET", f"/tasks/{ID}/report", "mayKeepPage"),
        ("GET", "/tasks/new", ""),
        ("GET", f"/campaigns/{ID}", "mayKeepPage"),
        ("GET", f"/campaigns/{ID}/report", ""),
        ("GET", "/campaigns", ""),
        ("GET", f"/tasks/{ID}/timeline", ""),
        ("GET", "/matters/ask", "mayKeepPage"),
        ("GET", "/handoffs/here/00000000-0000-4000-8000-000000000000", "mayKeepPage"),
        ("GET", f"/handoffs/here/{ID}", ""),
        ("GET", "/handoffs/new", ""),
        ("GET", "/matters", ""),
        ("GET", "/pocket", "mayKeepPage"),
        ("GET", "/me/install", "mayKeepPage"),
        ("GET", "/me/tokens", ""),
        ("GET", "/api/v1/matters/asking", "isKeptFile"),
        ("POST", "/api/v1/matters/asking", ""),
        ("GET", "/patrols?state=open", ""),
        ("POST", "/patrols", ""),
        ("GET", "/ledger", ""),
        ("GET", "/patrols/../ledger", ""),
        ("GET", f"/api/v1/patrols/{ID}", ""),
        ("GET", f"/patrols/{ID}.pdf", ""),
        ("POST", "/sign-out", "leavesTheDevice"),
        ("GET", "/login", "isDoor"),
        ("POST", "/login", ""),
        ("GET", "/static/old/js/app.js", "isStatic"),
    ],
)
async def test_each_address_falls_under_its_rule(
    workbench: Page, method: str, address: str, rule: str
) -> None:
    assert await workbench.evaluate(RULES, [method, address]) == rule


async def test_a_page_from_before_an_update_gets_todays_files(workbench: Page) -> None:
    await workbench.evaluate(RULES, ["GET", "/"])
    found = await workbench.evaluate("rules.inThisShell(new URL('/static/old/js/map/layers.js', location))")
    assert found == "/static/new/js/map/layers.js"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (f"/patrols/{ID}", "/patrols/here"),
        (f"/patrols/{ID}/findings/new", "/patrols/here/findings/new"),
        (f"/checkins/{ID}", "/checkins/here"),
        (f"/duty/at/{ID}", "/duty/at/00000000-0000-4000-8000-000000000000"),
        (f"/handoffs/here/{ID}", "/handoffs/here/00000000-0000-4000-8000-000000000000"),
        (f"/handoffs/new?finding={ID}", "/handoffs/here/00000000-0000-4000-8000-000000000000"),
        (f"/patrols/{ID}/timeline", None),
        (f"/handoffs/{ID}", None),
        ("/patrols/00000000-0000-4000-8000-000000000000", None),
    ],
)
async def test_a_page_drawn_beforehand_stands_in_for_a_record_of_this_phone(
    workbench: Page, address: str, page: str | None
) -> None:
    await workbench.evaluate(RULES, ["GET", "/"])
    found = await workbench.evaluate("address => rules.standInFor(new URL(address, location))", address)
    assert found == (page and {"page": page, "id": ID})
