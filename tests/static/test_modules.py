"""Every module can be read by a browser, and what it imports is there."""

from playwright.async_api import Page

from tests.house.tree import ours

# A module may object to an empty page once it runs; it must have been read and linked by then.
FAULTS = """async paths => {
  const faults = {};
  const unlinked = error => error instanceof SyntaxError || /fetch/.test(error.message);
  for (const path of paths) await import(path).catch(error => { if (unlinked(error)) faults[path] = String(error); });
  return faults;
}"""


async def test_every_module_is_read_and_linked(workbench: Page) -> None:
    modules = [f"/{path.relative_to('static')}" for path in ours(".js") if path.parts[:2] == ("static", "js")]
    assert modules
    assert await workbench.evaluate(FAULTS, modules) == {}


async def test_a_module_that_is_broken_or_missing_is_told(workbench: Page) -> None:
    faults = await workbench.evaluate(FAULTS, ["data:text/javascript,const a = ;", "/js/missing.js"])
    assert len(faults) == 2
