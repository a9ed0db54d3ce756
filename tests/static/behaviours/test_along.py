"""What was written in one form and not saved goes along with another, after which it could not be saved any more."""

import pytest
from playwright.async_api import Page

from tests.static.answers import Line, connect, problem
from tests.static.behaviours.test_api_form import settled
from tests.static.conftest import Stand

FORMS = """{% from "shared/forms.html" import area_field %}
<form id="summary"><input type="hidden" name="base" value="3">{{ area_field("summary", "小结", "河堤") }}</form>
<form method="dialog" data-behaviour="along api-form" data-along="summary" data-url="/api/v1/patrols/1/filing" data-next="stay"><input type="hidden" name="summary" disabled>
<input type="hidden" name="base" data-as="number" disabled><button>备案</button></form>"""


async def filed(page: Page, line: Line, times: int = 1) -> None:
    await page.get_by_role("button").click()
    await settled(page, line, times)


@pytest.mark.parametrize(
    ("written", "sent"),
    [("河堤清理完", {"summary": "河堤清理完", "base": 3}), ("", {"summary": "", "base": 3}), ("河堤", {})],
)
async def test_it_goes_along_as_it_stands_where_it_was_changed(
    stand: Stand, written: str, sent: dict[str, object]
) -> None:
    page = await stand(FORMS, person="shen")
    line = await connect(page)
    await page.fill("textarea", "别的")
    await page.fill("textarea", written)
    await filed(page, line)
    assert line.bodies == [sent]


async def test_where_it_was_changed_elsewhere_the_next_try_knows_of_it(stand: Stand) -> None:
    page = await stand(FORMS, person="shen")
    clash = problem(
        409, "changed_elsewhere", current={"summary": "甲"}, version=5, fields={"summary": "别处已改成"}
    )
    line = await connect(page, clash, (200, {}))
    await page.fill("textarea", "乙")
    await filed(page, line)
    assert await page.input_value("textarea") == "乙"
    await filed(page, line, 2)
    assert line.bodies[1] == {"summary": "乙", "base": 5}


async def test_where_there_is_no_such_form_nothing_goes_along(stand: Stand) -> None:
    page = await stand(FORMS.replace('id="summary"', ""), person="shen")
    line = await connect(page)
    await filed(page, line)
    assert line.bodies == [{}]
