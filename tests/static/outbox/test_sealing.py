"""What lies on the phone is unreadable without the key of whoever made it."""

from typing import Any

from playwright.async_api import Page

SEALED = """async script => {
  const sealing = await import("/js/outbox/sealing.js");
  const key = (first) => sealing.importKey(btoa(String.fromCharCode(first, ...Array(31).fill(7))).replace("=", ""));
  const Async = Object.getPrototypeOf(async () => {}).constructor;
  return new Async("sealing", "key", script)(sealing, key);
}"""


async def seal(page: Page, script: str) -> Any:
    return await page.evaluate(SEALED, script)


async def test_it_is_given_back_as_it_was(workbench: Page) -> None:
    script = "const k = await key(1); return sealing.unseal(k, 'a', await sealing.seal(k, 'a', { 事实: ['越线', 1] }))"
    assert await seal(workbench, script) == {"事实": ["越线", 1]}


async def test_nothing_of_it_can_be_read_and_twice_is_never_the_same(workbench: Page) -> None:
    script = """const k = await key(1);
      const [a, b] = [await sealing.seal(k, "a", "河堤"), await sealing.seal(k, "a", "河堤")];
      return [a, b].map(({ iv, bytes }) => [[...iv].join(), new TextDecoder().decode(bytes)]);"""
    (iv, text), (other_iv, other) = await seal(workbench, script)
    assert iv != other_iv
    assert text != other
    assert "河堤" not in text


async def test_another_key_another_name_and_a_changed_bit_open_nothing(workbench: Page) -> None:
    script = """const [mine, theirs] = [await key(1), await key(2)];
      const sealed = await sealing.seal(mine, "a", 1);
      const bent = { ...sealed, bytes: sealed.bytes.slice(0) };
      new Uint8Array(bent.bytes)[0] ^= 1;
      const tries = [[theirs, "a", sealed], [mine, "b", sealed], [mine, "a", bent]];
      return Promise.all(tries.map((each) => sealing.unseal(...each).then(() => "opened", (error) => error.name)));"""
    assert await seal(workbench, script) == ["OperationError"] * 3


async def test_the_key_cannot_be_taken_out_of_the_browser(workbench: Page) -> None:
    script = "return crypto.subtle.exportKey('raw', await key(1)).then(() => 'out', (error) => error.name)"
    assert await seal(workbench, script) == "InvalidAccessError"
