"""Values are told in the words of the form they were made in, also where the form is not."""

from typing import Any

from playwright.async_api import Page

from tests.static.conftest import Stand

FORM = """{% from "shared/forms.html" import area_field, chips_field, select_field, switch_field, text_field %}
<form><input type="hidden" name="base" value="3">{{ text_field("title", "名称", hint="可不填") }}{{ text_field("from", "计划开始", type="datetime-local") }}
{{ chips_field("kind", "哪种巡查", [("routine", "日常"), ("joint", "联合")]) }}{{ select_field("unit", "单位", [("gs", "供水所")]) }}{{ switch_field("ongoing", "正在发生") }}
{{ chips_field("party.kind", "当事人", [("shop", "商户")]) }}<fieldset class="ld-field"><legend class="ld-field__label">同行</legend>
<label class="ld-chip"><input type="checkbox" name="crew" value="duiyuan"><span><b>沈禾</b><small>队员</small></span></label></fieldset></form>"""
TOLD = """async (values) => {
  const { labelIn, lexiconOf, wordsOf } = await import("/js/sending/lexicon.js");
  const lexicon = lexiconOf(document.forms[0], Object.keys(values));
  return Object.entries(values).map(([name, value]) => [labelIn(lexicon, name), wordsOf(lexicon, name, value)]);
}"""


async def told(stand: Stand, **values: Any) -> list[list[str]]:
    page: Page = await stand(FORM)
    found: list[list[str]] = await page.evaluate(TOLD, values)
    return found


async def test_each_value_has_its_label_and_its_words(stand: Stand) -> None:
    values = {
        "title": "早市",
        "from": "2026-11-21T01:30:00Z",
        "kind": "joint",
        "unit": "gs",
        "ongoing": True,
        "party": {"kind": "shop", "name": None},
        "crew": ["duiyuan", "left"],
    }
    assert await told(stand, **values) == [
        ["名称", "早市"],
        ["计划开始", "11月21日 周六 09:30"],
        ["哪种巡查", "联合"],
        ["单位", "供水所"],
        ["正在发生", "是"],
        ["当事人", "商户"],
        ["同行", "沈禾、left"],
    ]


async def test_what_is_empty_says_so_and_what_no_field_shows_has_no_label(stand: Stand) -> None:
    assert await told(stand, title="", crew=[], base=3) == [["名称", "空"], ["同行", "空"], ["", "3"]]
