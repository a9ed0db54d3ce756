"""Two devices changed the same: each says its own, and what is insisted on is sent knowing of the other."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.outbox.conftest import Run
from tests.static.station import Station

LEXICON = {
    "title": {"label": "名称", "type": "text", "choices": {}},
    "kind": {"label": "哪种", "type": "radio", "choices": {"joint": "联合", "routine": "日常"}},
}
CLASHING = {
    "body": {
        "base": 3,
        "made_at": "2026-11-21T04:00:00Z",
        "title": "夜市",
        "kind": "joint",
        "summary": "小结",
    },
    "form": {"lexicon": LEXICON},
    "problem": {
        "code": "changed_elsewhere",
        "version": 5,
        "current": {"title": "早市", "kind": "routine"},
        "fields": {"title": "陆鸣改成", "kind": "别处已改成"},
    },
}
CALL = "async ([module, name, ...given]) => (await import(`/js/outbox/${module}.js`))[name](...given)"


async def call(page: Page, *what: Any) -> Any:
    return await page.evaluate(CALL, list(what))


async def test_both_values_are_told_in_the_words_of_the_form(workbench: Page) -> None:
    assert await call(workbench, "settling", "clashesOf", CLASHING) == [
        {"name": "title", "label": "名称", "mine": "夜市", "theirs": "早市", "whose": "陆鸣改成"},
        {"name": "kind", "label": "哪种", "mine": "联合", "theirs": "日常", "whose": "别处已改成"},
    ]
    gone = CLASHING | {"problem": {"code": "gone"}}
    assert await call(workbench, "settling", "clashesOf", gone) == []
    assert await call(workbench, "settling", "contentOf", gone) == [
        {"label": "名称", "words": "夜市"},
        {"label": "哪种", "words": "联合"},
    ]


@pytest.mark.parametrize(
    ("mine", "left"),
    [
        (["title", "kind"], {"title": "夜市", "kind": "joint", "summary": "小结"}),
        (["kind"], {"kind": "joint", "summary": "小结"}),
        ([], {"summary": "小结"}),
    ],
)
async def test_what_is_not_insisted_on_is_left_to_the_other(
    workbench: Page, mine: list[str], left: dict[str, str]
) -> None:
    body = await call(workbench, "settling", "settled", CLASHING, mine)
    assert body == {"base": 5, "made_at": "2026-11-21T04:00:00Z"} | left


async def test_nothing_is_sent_where_all_is_left_to_the_other(workbench: Page) -> None:
    alone = CLASHING | {"body": {"base": 3, "made_at": "2026", "title": "夜市"}}
    assert await call(workbench, "settling", "settled", alone, []) is None


@pytest.mark.parametrize(
    ("base", "version", "rebased"), [(3, 4, {"base": 4, "title": "乙"}), (3, 5, None), (2, 4, None)]
)
async def test_a_second_change_knows_of_the_first_unless_somebody_wrote_in_between(
    workbench: Page, base: int, version: int, rebased: dict[str, Any] | None
) -> None:
    later, sent = {"body": {"base": base, "title": "乙"}}, {"body": {"base": 3, "title": "甲"}}
    assert await call(workbench, "rebasing", "rebased", later, sent, version) == rebased


async def test_two_changes_of_one_record_are_no_clash_with_oneself(run: Run, station: Station) -> None:
    station.version = 4
    script = """const patch = (number, title) => made(number, { kind: "patrol.change", method: "PATCH", url: "/api/v1/patrols/p",
        subject: { kind: "patrol", id: "p" }, body: { base: 3, title } });
      await outbox.queue.put(patch(1, "甲"));
      await outbox.queue.put(patch(2, "乙"));
      await outbox.kick()"""
    await run(script)
    assert [body["base"] for body in station.held.values()] == [3, 4]


async def test_what_was_settled_goes_out_again_under_its_own_name(run: Run, station: Station) -> None:
    script = """await outbox.queue.put(made(1, { body: { base: 3, title: "夜市" } }));
      await outbox.queue.refuse(id(1), { code: "changed_elsewhere" });
      await outbox.queue.amend(id(1), { base: 5, title: "夜市" });
      const [{ state, problem }] = await outbox.queue.list();
      await outbox.kick();
      return [state, problem ?? null]"""
    assert await run(script) == ["waiting", None]
    assert list(station.held.values()) == [{"base": 5, "title": "夜市"}]
