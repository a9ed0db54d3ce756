"""What a handoff begins with that comes from a finding of this phone."""

from typing import Any

from playwright.async_api import Page, expect

from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT
from tests.static.station import Station

BEGUN = """async (envelopes) => (await import("/js/handoffs/begun.js")).begunFrom("f", envelopes, new Date("2026-11-21T04:00:59Z"))"""
PUT = """await outbox.queue.put(made(1, { body: { facts: "河边倒建筑垃圾", found_at: "2026-11-21T01:30:00Z", ongoing: true, party: { kind: "person" } } }))"""
FORM = """{% from "shared/forms.html" import text_field, switch_field, chips_field %}
<form method="dialog" data-behaviour="draft here-handoff" data-draft="handoff-f"><input type="hidden" name="finding" value="00000000-0000-4000-8000-000000000001">
{{ text_field("discovered_at", "什么时候知道", type="datetime-local") }}{{ text_field("facts", "基本违法事实") }}{{ switch_field("ongoing", "正在发生") }}
{{ chips_field("party.kind", "是", [("person", "个人"), ("shop", "商户")]) }}</form>"""


def made(name: str, **body: Any) -> dict[str, Any]:
    return {"subject": {"kind": "finding", "id": name}, "body": body}


async def test_it_begins_with_the_finding_as_it_was_last_written(workbench: Page) -> None:
    first = made(
        "f",
        found_at="2026-11-21T01:30:00Z",
        facts="倒垃圾",
        address="东街",
        party={"name": "", "kind": "person"},
    )
    envelopes = [first, made("other", facts="别的"), made("f", facts="河边倒建筑垃圾")]
    assert await workbench.evaluate(BEGUN, envelopes) == {
        "discovered_at": "2026-11-21T09:30",
        "stop_record.at": "2026-11-21T12:00",
        "notice_record.at": "2026-11-21T12:00",
        "facts": "河边倒建筑垃圾",
        "address": "东街",
        "party.kind": "person",
    }


async def test_of_a_finding_that_is_elsewhere_only_the_hour_is_known(workbench: Page) -> None:
    begun = await workbench.evaluate(BEGUN, [made("other", facts="别的")])
    assert begun.keys() == {"discovered_at", "stop_record.at", "notice_record.at"}
    assert begun["discovered_at"] == "2026-11-21T12:00"


async def test_the_form_is_filled_and_a_draft_of_it_stays_as_it_was(stand: Stand, station: Station) -> None:
    page = await stand("", person="shen")
    await page.evaluate(SCRIPT, [PUT, None])
    page = await stand(FORM, person="shen")
    await expect(page.get_by_label("基本违法事实")).to_have_value("河边倒建筑垃圾")
    await expect(page.get_by_label("什么时候知道")).to_have_value("2026-11-21T09:30")
    await expect(page.get_by_role("switch")).to_be_checked()
    await expect(page.get_by_role("radio", name="个人")).to_be_checked()
    await page.get_by_label("基本违法事实").fill("")
    await page.clock.run_for(1000)
    page = await stand(FORM, person="shen")
    await expect(page.get_by_role("radio", name="个人")).to_be_checked()
    await expect(page.get_by_label("基本违法事实")).to_have_value("")
