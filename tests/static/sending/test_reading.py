"""From a form to JSON: nesting, types, and what is left out."""

from typing import Any

import pytest
from playwright.async_api import Page

READ = """async sources => {
  const { readForm } = await import("/js/sending/reading.js");
  return sources.map((source) => {
    document.body.innerHTML = `<form>${source}</form>`;
    return readForm(document.forms[0], new Date("2026-11-20T04:00:00Z"));
  });
}"""

SHOWN: list[tuple[str, Any]] = [
    ('<input name="title" value=" 早市 ">', {"title": "早市"}),
    ('<input name="title" value="">', {}),
    ('<input name="title" value=" " data-empty="text">', {"title": ""}),
    ('<input name="route" value="" data-empty="null">', {"route": None}),
    ('<textarea name="facts">一行\n两行</textarea>', {"facts": "一行\n两行"}),
    ('<select name="unit"><option value="a">a<option value="b" selected>b</select>', {"unit": "b"}),
    ('<input name="position.lat" value="24.1633" data-as="number">', {"position": {"lat": 24.1633}}),
    (
        '<input name="p.a" value="x"><input name="p.b" value="" data-as="number"><input name="p.c" value="0" data-as="number">',
        {"p": {"a": "x", "c": 0}},
    ),
    ('<input type="datetime-local" name="at" value="2026-11-20T09:10" data-as="moment">', {"at": "2026-11-20T09:10:00+08:00"}),
    ('<input type="datetime-local" name="at" step="1" value="2026-11-20T09:10:30" data-as="moment">', {"at": "2026-11-20T09:10:30+08:00"}),
    ('<input type="hidden" name="at" value="now" data-as="now">', {"at": "2026-11-20T04:00:00.000Z"}),
    ('<input type="checkbox" name="ongoing" data-as="boolean">', {"ongoing": False}),
    ('<input type="checkbox" name="points.uniform" checked data-as="boolean">', {"points": {"uniform": True}}),
    ('<input type="hidden" name="ongoing" value="false" data-as="boolean">', {"ongoing": False}),
    ('<input type="radio" name="active" value="true" checked data-as="boolean"><input type="radio" name="active" value="false" data-as="boolean">', {"active": True}),
    ('<input type="radio" name="active" value="true" data-as="boolean"><input type="radio" name="active" value="false" checked data-as="boolean">', {"active": False}),
    ('<input type="checkbox" name="crew" value="a" checked data-as="list"><input type="checkbox" name="crew" value="b" data-as="list">', {"crew": ["a"]}),
    ('<input type="checkbox" name="crew" value="a" data-as="list">', {"crew": []}),
    ('<input type="radio" name="kind" value="a"><input type="radio" name="kind" value="b" checked>', {"kind": "b"}),
    ('<input type="radio" name="age" value="" checked><input type="radio" name="age" value="b">', {}),
    ('<button name="act" value="go">go</button><input value="nameless">', {}),
]  # fmt: skip
HIDDEN: list[tuple[str, Any]] = [
    ('<input name="category" value="a" disabled>', {}),
    ('<input type="checkbox" name="crew" value="a" checked disabled data-as="list">', {}),
    ('<input type="checkbox" name="ongoing" checked disabled data-as="boolean">', {}),
    ('<input name="recheck_on" value="2026-11-27" disabled data-empty="null">', {"recheck_on": None}),
    (
        '<input type="hidden" name="category" value="无"><input type="radio" name="category" value="a" checked disabled data-empty="text">',
        {"category": "无"},
    ),
]


async def read(page: Page, *sources: str) -> list[Any]:
    found: list[Any] = await page.evaluate(READ, list(sources))
    return found


@pytest.mark.parametrize("cases", [SHOWN, HIDDEN], ids=["shown", "hidden"])
async def test_each_control_is_read_as_it_says(workbench: Page, cases: list[tuple[str, Any]]) -> None:
    found = await read(workbench, *(source for source, _ in cases))
    assert [(source, told) for (source, _), told in zip(cases, found, strict=True)] == cases


async def test_a_choice_that_must_be_made_is_sent_empty(workbench: Page) -> None:
    source = (
        '<input type="radio" name="category" value="a" data-empty="text">'
        '<input type="radio" name="category" value="b" data-empty="text" {}>'
        '<input type="radio" name="category" value="c" data-empty="text">'
    )
    found = await read(workbench, source.format(""), source.format("checked"))
    assert found == [{"category": ""}, {"category": "b"}]


async def test_an_object_is_cleared_unless_a_part_of_it_is_given(workbench: Page) -> None:
    cleared = '<input type="hidden" name="party" value="" data-empty="null">'
    found = await read(
        workbench,
        f'{cleared}<input name="party.name" value="">',
        f'{cleared}<input name="party.name" value="某店">',
    )
    assert found == [{"party": None}, {"party": {"name": "某店"}}]
