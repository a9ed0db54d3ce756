"""A receipt is believed when the server's key signed it, in browsers that know Ed25519 and in those that do not."""

from uuid import UUID, uuid5

import pytest
from playwright.async_api import Page

from tests.static.station import Station

BOTH = """async ([text, signature, key]) => {
  const { natively, withNoble, bytesOf } = await import("/js/outbox/signature.js");
  const given = [bytesOf(signature), new TextEncoder().encode(text), bytesOf(key)];
  return [await natively(...given), await withNoble(...given)];
}"""
CONTENT_ID = "async id => (await import('/js/outbox/receipt.js')).contentId(id)"


@pytest.mark.parametrize("text", ["", "回执", "a" * 5000])
async def test_both_ways_agree_on_what_was_signed_and_what_was_not(workbench: Page, text: str) -> None:
    station = Station(workbench)
    signature = station.signer.sign(text.encode()).hex()
    assert await workbench.evaluate(BOTH, [text, signature, station.public_key]) == [True, True]
    assert await workbench.evaluate(BOTH, [f"{text}.", signature, station.public_key]) == [False, False]
    stranger = Station(workbench).public_key
    assert await workbench.evaluate(BOTH, [text, signature, stranger]) == [False, False]


async def test_a_broken_signature_is_no_signature(workbench: Page) -> None:
    key = Station(workbench).public_key
    is_signed = "async key => (await import('/js/outbox/signature.js')).isSigned('a', 'zz', key)"
    assert await workbench.evaluate(is_signed, key) is False


async def test_the_receipt_for_a_photos_bytes_has_the_name_the_server_makes(workbench: Page) -> None:
    photo = UUID("0190f3c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f")
    assert await workbench.evaluate(CONTENT_ID, str(photo)) == str(uuid5(photo, "content"))
