"""axe-core at WCAG 2.2 A and AA on a page as it stands."""

from functools import cache
from importlib.resources import files

from playwright.async_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


@cache
def axe_source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


async def violations(page: Page) -> list[str]:
    """One line per violated rule: its id, what it asks for, and the first elements that break it."""
    await page.evaluate(axe_source())
    result = await page.evaluate(RUN, TAGS)
    return [
        f"{page.url} {found['id']}: {found['help']}: {[node['target'] for node in found['nodes'][:5]]}"
        for found in result["violations"]
    ]
