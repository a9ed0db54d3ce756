"""An outbox in a real browser, with a far end that signs."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.station import Station

Run = Callable[..., Awaitable[Any]]

# What a script of a test is given: the outbox of the page's person, and envelopes to put into it.
SCRIPT = """async ([script, given]) => {
  const { openOutbox } = await import("/js/outbox/outbox.js");
  const { envelopeOf } = await import("/js/outbox/envelope.js");
  const person = (document.body.dataset.person ||= "shen");
  const id = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const made = (number, more) => envelopeOf({
    id: id(number), person, device: "d", kind: "finding", method: "PUT", url: `/api/v1/patrols/p/findings/${id(number)}`,
    body: { facts: `no ${number}` }, subject: { kind: "finding", id: id(number) }, words: `发现${number}`,
    now: new Date(1_800_000_000_000 + number * 1000), ...more,
  });
  const photo = async (number, bytes, more) => {
    const blob = new Blob([new Uint8Array(bytes).fill(number)]);
    const { sha256 } = await import("/js/evidence/digest.js");
    const digest = await sha256(blob);
    const envelope = made(number, {
      kind: "photo", url: `/api/v1/photos/${id(number)}`, body: { bytes, sha256: digest }, picture: { digest, bytes, media_type: "image/jpeg" }, ...more,
    });
    return [envelope, await blob.arrayBuffer()];
  };
  const Async = Object.getPrototypeOf(async () => {}).constructor;
  return new Async("outbox", "made", "photo", "id", "given", script)(await openOutbox(), made, photo, id, given);
}"""


@pytest.fixture
def run(station: Station) -> Run:
    """`await run("return outbox.queue.list()")`: with `outbox`, `made(number, {…})`, `photo(number, bytes)`, `id(number)`, `given`."""

    async def evaluate(script: str, given: Any = None, page: Page | None = None) -> Any:
        return await (page or station.page).evaluate(SCRIPT, [script, given])

    return evaluate
