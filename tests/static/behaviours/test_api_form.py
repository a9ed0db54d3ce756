"""A form sends itself once, loses nothing that was typed, and is known for what it is when it comes again."""

import json

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import Line, connect, problem
from tests.static.conftest import Stand

PUT = """{% from "shared/forms.html" import text_field %}
<form method="dialog" data-behaviour="api-form draft" data-draft="patrol-new" data-method="PUT" data-url="/api/v1/patrols/{new}" data-next="stay">
<input type="hidden" name="started_at" value="now" data-as="now">{{ text_field("title", "名称", "夜市", required=True) }}<button>存下</button></form>"""
KEYED = """{% from "shared/forms.html" import area_field %}
<form method="dialog" data-behaviour="api-form draft" data-draft="addendum-1" data-key data-url="/api/v1/patrols/1/addenda" data-next="stay">
{{ area_field("text", "补记") }}<button>存下</button></form>"""
PATCH = """{% from "shared/forms.html" import text_field, chips_field %}
<form method="dialog" data-behaviour="api-form" data-method="PATCH" data-url="/api/v1/patrols/1" data-next="stay" data-before='{{ before | tojson }}'>
<input type="hidden" name="base" value="3" data-as="number">{{ text_field("title", "名称", "早市") }}{{ text_field("planned_route", "路线", "河堤") }}
{{ chips_field("kind", "种类", [("joint", "联合巡查"), ("routine", "日常巡查")], "joint") }}<button>存下</button></form>"""
BEFORE = {"title": "早市", "planned_route": "河堤", "kind": "joint"}


async def press(page: Page) -> None:
    await page.get_by_role("button", name="存下").click()


async def settled(page: Page, line: Line, sent: int) -> None:
    """So many requests went out, and the last one is dealt with."""
    await expect(page.locator("form[aria-busy]")).to_have_count(0)
    assert len(line.sent) == sent


def id_of(line: Line, number: int) -> str:
    return line.sent[number].path.rpartition("/")[2]


async def test_it_sends_json_with_the_device_and_its_clock(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page)
    await page.fill("[name=title]", "早市")
    await press(page)
    await settled(page, line, 1)
    [sent] = line.sent
    assert (sent.method, sent.body) == ("PUT", {"started_at": sent.body["started_at"], "title": "早市"})
    assert sent.headers["liandong-device"]
    assert sent.headers["liandong-sent-at"].startswith("2026-11-23T02:36")


async def test_what_is_missing_is_said_and_nothing_is_sent(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page)
    await page.fill("[name=title]", "")
    await press(page)
    await settled(page, line, 0)
    assert await page.locator(".ld-refusal__what").inner_text() == "还有1处要填"
    assert await page.locator(".ld-field [data-refusal]").inner_text() == "要填上"
    await page.fill("[name=title]", "早市")
    await press(page)
    await settled(page, line, 1)


async def test_two_taps_send_once(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page)
    await page.evaluate("() => { document.forms[0].requestSubmit(); document.forms[0].requestSubmit(); }")
    await settled(page, line, 1)


@pytest.mark.parametrize(("form", "steps"), [(PUT, 0), (PATCH, 1)], ids=["made", "changed"])
async def test_what_made_something_is_not_come_back_to(stand: Stand, form: str, steps: int) -> None:
    page = await stand(form.replace("stay", "/afterwards"), person="shen", before=BEFORE)
    await connect(page)
    await page.route("**/afterwards", lambda route: route.fulfill(body="", content_type="text/html"))
    length = await page.evaluate("history.length")
    await page.fill("[name=title]", "晚市")
    await press(page)
    await page.wait_for_url("**/afterwards")
    assert await page.evaluate("history.length") == length + steps


async def test_without_a_network_everything_stays_and_is_said(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page, None)
    await page.fill("[name=title]", "早市")
    await press(page)
    await settled(page, line, 1)
    assert await page.locator("#toast").inner_text() == "没有网络，没有送出，你填的都还在。连上后再按一次"
    assert await page.input_value("[name=title]") == "早市"


async def test_a_second_try_after_a_lost_answer_is_the_same_request(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page, None, (200, {}))
    await page.fill("[name=title]", "早市")
    await press(page)
    await settled(page, line, 1)
    await page.clock.run_for(60_000)
    await press(page)
    await settled(page, line, 2)
    assert (id_of(line, 0), line.bodies[0]) == (id_of(line, 1), line.bodies[1])


async def test_a_draft_keeps_its_id_and_its_moment_over_a_reload(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    before = await connect(page, None)
    await page.fill("[name=title]", "早市")
    await press(page)
    await settled(page, before, 1)
    await page.unroute_all()
    page = await stand(PUT, person="shen")
    after = await connect(page)
    await expect(page.locator("[name=title]")).to_have_value("早市")
    await press(page)
    await settled(page, after, 1)
    assert (id_of(after, 0), after.bodies[0]) == (id_of(before, 0), before.bodies[0])


async def test_a_refused_try_is_made_anew_in_the_moment_of_the_next(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page, problem(422, "joint_needs_two_units"), (201, {}))
    await press(page)
    await settled(page, line, 1)
    await page.clock.run_for(60_000)
    await press(page)
    await settled(page, line, 2)
    assert id_of(line, 0) == id_of(line, 1)
    assert line.bodies[0]["started_at"] < line.bodies[1]["started_at"]


async def test_once_it_is_held_the_next_one_is_another(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    first = await connect(page)
    await press(page)
    await settled(page, first, 1)
    assert await page.evaluate("({...sessionStorage})") == {}
    await page.unroute_all()
    page = await stand(PUT, person="shen")
    second = await connect(page)
    await press(page)
    await settled(page, second, 1)
    assert id_of(first, 0) != id_of(second, 0)


async def test_a_refusal_stands_under_its_field_and_the_words_stay(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    line = await connect(page, problem(400, "invalid", fields={"title": "最多120个字"}))
    await page.fill("[name=title]", "早市")
    await press(page)
    await settled(page, line, 1)
    assert await page.locator("[data-refusal=title]").inner_text() == "最多120个字"
    assert await page.input_value("[name=title]") == "早市"
    assert "早市" in json.dumps(await page.evaluate("Object.values(sessionStorage)"), ensure_ascii=False)


async def test_an_answer_that_is_no_problem_document_is_told_in_words(stand: Stand) -> None:
    page = await stand(PUT, person="shen")
    await page.route("**/api/v1/**", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"))
    await press(page)
    await expect(page.locator("[data-summary] h2")).to_have_text("没有送成")
    await expect(page.locator("[data-summary] p")).to_have_text("服务器没有应答（502），稍后再按一次")


async def test_an_act_keeps_its_key_until_it_succeeds(stand: Stand) -> None:
    page = await stand(KEYED, person="shen")
    line = await connect(page, None, (201, {}))
    await page.fill("[name=text]", "已拆除")
    await press(page)
    await settled(page, line, 1)
    await press(page)
    await settled(page, line, 2)
    keys = [sent.headers["idempotency-key"] for sent in line.sent]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(("form", "code"), [(KEYED, "key_reused"), (PUT, "conflict")], ids=["key", "id"])
async def test_words_changed_after_a_lost_answer_go_out_as_another_one(
    stand: Stand, form: str, code: str
) -> None:
    page = await stand(form, person="shen")
    line = await connect(page, None, problem(409, code), (201, {}))
    for number in (1, 2):
        await press(page)
        await settled(page, line, number)
    assert await page.locator("[data-summary] h2").inner_text() == "刚才那次其实已经送到"
    await press(page)
    await settled(page, line, 3)

    def name(number: int) -> str:
        return line.sent[number].headers.get("idempotency-key") or id_of(line, number)

    assert name(0) == name(1) != name(2)


async def test_a_change_sends_what_was_changed(stand: Stand) -> None:
    page = await stand(PATCH, before=BEFORE)
    line = await connect(page)
    await page.fill("[name=title]", "夜市")
    await press(page)
    await settled(page, line, 1)
    assert line.bodies == [{"base": 3, "title": "夜市"}]


async def test_a_stale_token_is_renewed_without_a_word(stand: Stand) -> None:
    page = await stand(PATCH, person="shen", before=BEFORE)
    line = await connect(page, problem(403, "csrf"), (200, {"id": "shen", "csrf": "fresh"}), (200, {}))
    await page.evaluate("document.head.insertAdjacentHTML('beforeend', '<meta name=csrf content=stale>')")
    await press(page)
    await settled(page, line, 3)
    assert [sent.method for sent in line.sent] == ["PATCH", "GET", "PATCH"]
    assert line.sent[2].headers["x-csrftoken"] == "fresh"


async def test_a_token_of_somebody_else_is_not_used(stand: Stand) -> None:
    page = await stand(PATCH, person="shen", before=BEFORE)
    line = await connect(page, problem(403, "csrf", title="页面已过期"), (200, {"id": "han", "csrf": "hers"}))
    await page.evaluate("document.head.insertAdjacentHTML('beforeend', '<meta name=csrf content=stale>')")
    await press(page)
    await settled(page, line, 2)
    assert await page.locator("[data-summary] h2").inner_text() == "页面已过期"
