"""What was typed survives an expired session and goes once the server has it."""

import json
from typing import Any

from playwright.async_api import Page

from tests.static.conftest import Stand

FORM = """<form method="post" action="/taken" data-behaviour="draft" data-draft="finding-1">
<textarea name="facts"></textarea><input name="password" type="password">
<label><input type="radio" name="category" value="a">a</label><label><input type="radio" name="category" value="b">b</label>
<button>存下</button></form>"""


async def kept(page: Page) -> dict[str, Any]:
    text = await page.evaluate("JSON.stringify({...sessionStorage})")
    return {key: json.loads(value) for key, value in json.loads(text).items()}


async def write(page: Page) -> None:
    await page.fill("textarea", "河滩倾倒渣土")
    await page.fill("[type=password]", "secret")
    await page.check("[value=b]")
    await page.clock.run_for(500)


async def test_it_comes_back_into_an_empty_form(stand: Stand) -> None:
    await write(await stand(FORM, person="shen"))
    page = await stand(FORM, person="shen")
    assert await page.input_value("textarea") == "河滩倾倒渣土"
    assert await page.is_checked("[value=b]")
    assert await page.locator("#toast").inner_text() == "你写的还在，接着写"


async def test_passwords_are_never_kept(stand: Stand) -> None:
    page = await stand(FORM, person="shen")
    await write(page)
    assert "secret" not in json.dumps(await kept(page))


async def test_another_person_on_the_same_phone_does_not_see_it(stand: Stand) -> None:
    await write(await stand(FORM, person="shen"))
    page = await stand(FORM, person="han")
    assert await page.input_value("textarea") == ""


async def test_a_submitted_draft_counts_as_unsent_once_sign_in_is_asked_for(stand: Stand) -> None:
    page = await stand(FORM, person="shen")
    await write(page)
    await page.eval_on_selector("form", "form => form.dispatchEvent(new Event('submit', {cancelable: true}))")
    assert (await kept(page))["draft:shen:finding-1"]["sent"]
    page = await stand("<h1>登录</h1>")
    assert not (await kept(page))["draft:shen:finding-1"]["sent"]
    page = await stand(FORM, person="shen")
    assert await page.input_value("textarea") == "河滩倾倒渣土"


async def test_it_goes_when_the_server_has_it(stand: Stand) -> None:
    page = await stand(FORM, person="shen")
    await write(page)
    await page.eval_on_selector(
        "form",
        "form => form.dispatchEvent(new CustomEvent('htmx:afterRequest', {detail: {elt: form, successful: true}}))",
    )
    assert await kept(page) == {}
