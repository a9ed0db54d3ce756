"""One row an envelope: it survives a reload, belongs to one person, and leaves with its receipt."""

from tests.static.outbox.conftest import Run
from tests.static.station import Station

NAMES = "return (await outbox.queue.list()).map(({ words, state }) => [words, state])"
RAW = """const database = outbox.queue.database;
  const rows = [...await database.getAll("envelopes"), ...await database.getAll("pictures"), ...await database.getAll("sent")];
  const text = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? new TextDecoder().decode(value)
    : value && typeof value === "object" ? Object.values(value).map(text).join(" ") : String(value);
  return rows.map(text).join(" ");"""


async def test_what_is_kept_survives_a_reload_in_its_order(run: Run, station: Station) -> None:
    await run("await outbox.queue.put(made(2)); await outbox.queue.put(made(1))")
    await station.page.reload()
    assert await run(NAMES) == [["发现1", "waiting"], ["发现2", "waiting"]]


async def test_a_picture_is_kept_byte_for_byte_and_nothing_is_legible(run: Run, station: Station) -> None:
    await run("await outbox.queue.put(...await photo(9, 5000))")
    await station.page.reload()
    same = "const bytes = new Uint8Array(await outbox.queue.picture(id(9))); return [bytes.length, bytes.every((b) => b === 9)]"
    assert await run(same) == [5000, True]
    raw = await run(RAW)
    assert "发现" not in raw
    assert "\x09\x09\x09\x09" not in raw


async def test_a_refusal_stays_with_its_reason_and_is_woken_by_a_tap(run: Run) -> None:
    await run("await outbox.queue.put(made(1)); await outbox.queue.refuse(id(1), { title: '已备案' })")
    assert await run("return (await outbox.queue.get(id(1))).problem.title") == "已备案"
    await run("await outbox.queue.wake()")
    assert await run(NAMES) == [["发现1", "refused"]]
    await run("await outbox.queue.wake(id(1))")
    assert await run(NAMES) == [["发现1", "waiting"]]


async def test_what_left_is_counted_and_its_receipt_kept(run: Run) -> None:
    await run(
        "await outbox.queue.put(made(1)); await outbox.queue.put(...await photo(2, 10)); await outbox.queue.put(made(3));"
        "await outbox.queue.refuse(id(3), {}); await outbox.queue.sent(await outbox.queue.get(id(1)), { signature: 'ab' })"
    )
    count = await run("return outbox.queue.count('')")
    assert count == {"waiting": 2, "photos": 1, "refused": 1, "sent": 1, "total": 3, "last": count["last"]}
    assert count["last"].endswith("Z")
    assert (await run("return outbox.queue.count('9')"))["sent"] == 0
    assert await run("return (await outbox.queue.receipts()).map((each) => [each.words, each.receipt])") == [
        ["发现1", {"signature": "ab"}]
    ]


async def test_a_receipt_that_cannot_be_read_hides_no_other(run: Run) -> None:
    script = """const { queue } = outbox; for (const number of [1, 2]) await queue.sent(made(number), {});
      const kept = await queue.database.get("sent", id(1));
      await queue.database.put("sent", { ...kept, sealed: { ...kept.sealed, iv: new Uint8Array(12) } });
      return (await queue.receipts()).map(({ words }) => words);"""
    assert await run(script) == ["发现2"]


async def test_the_newest_five_hundred_receipts_are_kept(run: Run) -> None:
    script = """for (let number = 1; number <= 503; number += 1) await outbox.queue.sent(made(number), {});
      const kept = await outbox.queue.receipts();
      return [kept.length, kept[0].words, kept.at(-1).words];"""
    assert await run(script) == [500, "发现503", "发现4"]


async def test_the_next_person_reads_nothing_and_takes_nothing_away(run: Run, station: Station) -> None:
    await run("await outbox.queue.put(made(1)); await outbox.shelf.put('contacts', ['110'])")
    await station.page.reload()
    station.phone_key = bytes(32)
    await station.page.evaluate("document.body.dataset.person = 'han'")
    theirs = "return [await outbox.queue.list(), await outbox.queue.get(id(1)) ?? null, await outbox.shelf.get('contacts') ?? null]"
    assert await run(theirs) == [[], None, None]
    keys = "return (await outbox.queue.database.getAllKeys('keys'))"
    assert await run(keys) == ["han"]
    await station.page.reload()
    station.phone_key = bytes(range(32))
    assert await run(NAMES) == [["发现1", "waiting"]]
    assert await run("return outbox.shelf.get('contacts')") == ["110"]


async def test_a_row_that_cannot_be_opened_says_nothing_and_stays(run: Run, station: Station) -> None:
    await run("await outbox.queue.put(made(1)); await outbox.queue.database.clear('keys')")
    await station.page.reload()
    station.phone_key = bytes(32)
    assert await run("await outbox.kick(); return outbox.queue.list()") == []
    assert (await run("return outbox.queue.count('')"))["waiting"] == 1
    assert station.came == []
