"""What stands elsewhere is put into the form as the API says it."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.conftest import Stand

FORM = """{% from "shared/forms.html" import text_field, chips_field, switch_field %}<form>
{{ text_field("title", "名称", "早市") }}{{ text_field("planned_from", "开始", type="datetime-local", attrs={"data-as": "moment"}) }}
{{ chips_field("kind", "种类", [("joint", "联合"), ("routine", "日常")], "joint") }}{{ switch_field("urgent", "紧急", attrs={"data-as": "boolean"}) }}
{{ text_field("party.name", "姓名", "王某") }}
<div class="ld-field" id="crew"><button type="button">用别处的</button>{% for one in ["a", "b", "c"] %}<input type="checkbox" name="crew" value="{{ one }}" data-as="list"{% if one == "c" %} checked{% endif %}>{% endfor %}</div></form>"""
PUT = """async ([name, value]) => {
  const form = document.forms[0];
  form.querySelector("#crew").addEventListener("input", ({ currentTarget }) => currentTarget.querySelector("button")?.remove());
  const [{ putValue }, { readForm }] = await Promise.all([import("/js/sending/putting.js"), import("/js/sending/reading.js")]);
  putValue(form, name, value);
  return readForm(form)[name] ?? null;
}"""


@pytest.fixture
async def page(stand: Stand) -> Page:
    return await stand(FORM)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "夜市"),
        ("title", None),
        ("planned_from", "2026-11-25T06:30:00+08:00"),
        ("kind", "routine"),
        ("urgent", True),
        ("party", {"name": "李某"}),
        ("crew", ["a", "b"]),
        ("crew", []),
    ],
)
async def test_what_is_put_in_is_read_again(page: Page, name: str, value: Any) -> None:
    assert await page.evaluate(PUT, [name, value]) == value


async def test_a_moment_is_put_in_by_the_clock_of_china(page: Page) -> None:
    told = await page.evaluate(PUT, ["planned_from", "2026-11-24T22:30:00Z"])
    assert told == "2026-11-25T06:30:00+08:00"
