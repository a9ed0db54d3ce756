"""What may be kept on a phone is a short list; everything else is asked of the network."""

import pytest
from playwright.async_api import Page

ID = "0190f3c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f"
RULES = """async ([method, address]) => {
  self.SHELL ??= {version: "new", files: [], offline: "/offline"};
  if (!self.rules) {
    const source = await (await fetch("/js/sw/rules.js")).text();
    self.rules = new Function(source + "; return { mayKeepPage, leavesTheDevice, isStatic, inThisShell };")();
  }
  const url = new URL(address, location);
  const names = ["mayKeepPage", "leavesTheDevice", "isStatic"];
  return names.filter(name => self.rules[name]({ method }, url)).join();
}"""


@pytest.mark.parametrize(
    ("method", "address", "rule"),
    [
        ("GET", "/", "mayKeepPage"),
        ("GET", "/patrols", "mayKeepPage"),
        ("GET", f"/patrols/{ID}", "mayKeepPage"),
        ("GET", "/patrols?state=open", ""),
        ("POST", "/patrols", ""),
        ("GET", "/ledger", ""),
        ("GET", "/patrols/../ledger", ""),
        ("GET", f"/api/v1/patrols/{ID}", ""),
        ("GET", f"/patrols/{ID}.pdf", ""),
        ("POST", "/sign-out", "leavesTheDevice"),
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
