"""What is said of a call is read off the call itself: every tab says the same, and none more than the server has said."""

from typing import Any

import pytest
from playwright.async_api import Page

WORDS = """async ([call, known]) => {
  const { retrying, standing } = await import("/js/assist/standing.js");
  return [standing(call, known), retrying(call, known)];
}"""
NO = {"title": "没有送成"}
OFF = {"reason": "误触"}


async def words(page: Page, call: dict[str, Any], **known: Any) -> tuple[str, str]:
    said, again = await page.evaluate(WORDS, [{"tries": 0, "pressed": 0} | call, known])
    return said, again


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ({}, "正在发出支援"),
        ({"tries": 2}, "支援还没有发出去。用电话和短信，连上网会自动发"),
        ({"tries": 2, "refused": NO}, "支援没有发出去：没有送成。用电话和短信"),
        ({"tries": 2, "held": True}, "支援进行中"),
        ({"held": True, "off": OFF}, "正在撤回"),
        ({"tries": 1, "off": OFF}, "还没有撤回，连上网会自动撤回"),
        ({"held": True, "off": OFF, "refused": NO}, "撤回没有送出：没有送成"),
    ],
    ids=str,
)
async def test_each_standing_has_its_words(workbench: Page, call: dict[str, Any], said: str) -> None:
    assert (await words(workbench, call))[0] == said


async def test_a_locked_phone_and_a_dead_line_are_said_only_of_a_call_that_arrived(workbench: Page) -> None:
    for known, held in (({"shut": True}, "打开本机看谁来了"), ({"unreached": True}, "不知道结束了没有")):
        assert held in (await words(workbench, {"held": True}, **known))[0]
        assert (await words(workbench, {}, **known))[0] == "正在发出支援"


async def test_how_often_it_was_tried_is_said_while_it_is_tried(workbench: Page) -> None:
    _, again = await words(workbench, {"tries": 3}, next=4000)
    assert "试了3次，4秒后再试" in again
    for over in ({}, {"tries": 3, "held": True}, {"tries": 3, "refused": NO}, {"tries": 3, "off": OFF}):
        assert (await words(workbench, over))[1] == "", over
