"""A form takes what the API takes: what came in another way must not be too long for the page that shows and mends it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from playwright.async_api import Page

from backend.foundation.web.description import description_of
from tests.rig.cast import app

FORMS = """() => [...document.querySelectorAll("form[data-url]")].map(form => [
  form.dataset.method ?? "POST", form.dataset.url,
  [...form.elements].filter(({ name, maxLength }) => name && maxLength > 0).map(({ name, maxLength }) => [name, maxLength])])"""


async def too_narrow(page: Page) -> list[str]:
    """A line for each field that ends before the API does."""
    return [
        f"{page.url} {method} {url}: {name} ends at {own}, the API at {allowed}"
        for method, url, fields in await page.evaluate(FORMS)
        for name, own in fields
        if (allowed := longest(method, url, name)) is not None and own < allowed
    ]


@cache
def longest(method: str, url: str, name: str) -> int | None:
    """As many characters as the description of the API allows; None where it knows neither the form nor the limit."""
    for pattern, described in _calls(method):
        if pattern.fullmatch(url.split("?", maxsplit=1)[0]):
            return _longest(described, name.split("."))
    return None


@cache
def _description() -> dict[str, Any]:
    return description_of(app())


def _calls(method: str) -> Iterator[tuple[re.Pattern[str], dict[str, Any]]]:
    for path, calls in _description()["paths"].items():
        if body := calls.get(method.lower(), {}).get("requestBody"):
            yield (
                re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path)),
                next(iter(body["content"].values()))["schema"],
            )


def _longest(schema: dict[str, Any], names: list[str]) -> int | None:
    for each in _meant(schema):
        if not names and "maxLength" in each:
            return int(each["maxLength"])
        if names and (part := each.get("properties", {}).get(names[0])):
            return _longest(part, names[1:])
    return None


def _meant(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A reference followed, and each of what it may be."""
    if "$ref" in schema:
        yield from _meant(_description()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    else:
        yield schema
        for each in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
            yield from _meant(each)
