"""Photos of a form that broke off (battery, closed tab) are not left without a record: the next form for it goes on with them."""

from types import SimpleNamespace
from typing import Any

import pytest
from playwright.async_api import expect

from tests.static.conftest import Stand
from tests.static.outbox.conftest import Run
from tests.static.station import Station

FORM = """<form method="dialog" data-behaviour="api-form draft" data-draft="finding-p-new" data-outbox="finding" data-subject="finding:{new}" data-about="patrol:p"
data-words="发现" data-method="PUT" data-url="/api/v1/patrols/p/findings/{new}" data-next="stay"><input type="hidden" name="found_at" value="now" data-as="now">
{% include "evidence/_strip.html" %}<button>存下</button></form>"""
STRIP = SimpleNamespace(subject_kind="finding", subject_id="", photos=[], may_add=True, edge=1600)
# A photo that was taken a minute ago for a finding of patrol p.
KEPT = """
  const ago = (minutes) => new Date(Date.now() - minutes * 60_000);
  const of = (number) => ({ kind: "finding", id: id(number) });
  const about = { kind: "patrol", id: "p" };
  await outbox.queue.put(...await photo(2, 100, { subject: of(1), about, now: ago(1), ...given }));
"""
ASKED = """
  const { unwrittenId } = await import("/js/outbox/unwritten.js");
  return unwrittenId(outbox, of(9), about);
"""
F = "00000000-0000-4000-8000-000000000001"


async def test_the_record_they_were_taken_for_is_found(run: Run) -> None:
    assert await run(KEPT + ASKED) == F


@pytest.mark.parametrize(
    "since",
    [
        "await outbox.queue.put(made(1, { about }));",
        "await outbox.queue.put(made(1, { about })); await outbox.queue.sent(await outbox.queue.get(id(1)), {});",
        "await outbox.queue.refuse(id(2), {});",
        "await new Promise((held) => navigator.locks.request(`ld-form-${id(1)}`, () => { held(); return new Promise(() => {}); }));",
        "await outbox.queue.put(...await photo(3, 100, { subject: of(9), about, now: ago(1) }));",
    ],
    ids=["written", "written and sent", "refused", "another form is at it", "this form has its own"],
)
async def test_what_is_written_or_in_hand_stays_where_it_is(run: Run, since: str) -> None:
    assert await run(KEPT + since + ASKED) is None


@pytest.mark.parametrize(
    "given",
    [{"about": {"kind": "patrol", "id": "q"}}, {"now": None}],
    ids=["of another patrol", "long ago"],
)
async def test_only_what_belongs_here_and_is_fresh_is_taken_up(run: Run, given: dict[str, Any]) -> None:
    old = KEPT.replace("...given", "...(given.now === null ? { now: ago(721) } : given)")
    assert await run(old + ASKED, given) is None


async def test_sent_photos_count_as_well(run: Run) -> None:
    assert await run(f"{KEPT} await outbox.queue.sent(await outbox.queue.get(id(2)), {{}}); {ASKED}") == F


async def test_the_next_form_shows_them_and_is_sent_as_their_record(
    stand: Stand, run: Run, station: Station
) -> None:
    await stand("", person="shen")
    await run(KEPT)
    page = await stand(FORM, person="shen", strip=STRIP)
    await expect(page.locator(".ld-evidence__item")).to_have_count(1)
    await expect(page.locator("#toast")).to_have_text("上次没写完的，照片还在，接着写")
    await page.get_by_role("button", name="存下").click()
    await expect(page.locator("form[aria-busy]")).to_have_count(0)
    assert f"PUT /api/v1/patrols/p/findings/{F}" in station.came
