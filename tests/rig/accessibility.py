"""axe-core at WCAG 2.2 A and AA on a page as it stands."""

from functools import cache
from importlib.resources import files

from playwright.async_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
ALL: tuple[str, ...] = ()
# What a look may change on a page that was judged whole in another one.
OF_COLOUR = ("color-contrast", "link-in-text-block")
OF_SIZE = ("target-size", "scrollable-region-focusable")
RUN = "([type, values]) => axe.run(document, {runOnly: {type, values}, resultTypes: ['violations']})"


@cache
def axe_source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


async def violations(page: Page, rules: tuple[str, ...] = ALL) -> list[str]:
    """One line per violated rule, of these or of all: its id, what it asks for, and the first elements that break it."""
    if not await page.evaluate("Boolean(window.axe)"):
        await page.evaluate(axe_source())
    result = await page.evaluate(RUN, ["rule", list(rules)] if rules else ["tag", TAGS])
    return [
        f"{page.url} {found['id']}: {found['help']}: {[node['target'] for node in found['nodes'][:5]]}"
        for found in result["violations"]
    ]
