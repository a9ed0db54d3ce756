"""What a phone kept under an earlier version of the product is sent by today's; a page of yesterday goes on beside one of today."""

from typing import Any

import pytest

from tests.static.outbox.conftest import Run
from tests.static.station import Station

STORES = "envelopes,keys,locks,pictures,points,sent,shelf"

# Each version as it was, written down when it was new: stores with their key paths and indexes. Never changed afterwards.
FIRST: dict[str, dict[str, Any]] = {
    "envelopes": {"keyPath": "id", "index": "person"},
    "pictures": {"keyPath": "id"},
    "points": {"keyPath": ["person", "patrol", "chunk"]},
    "sent": {"keyPath": "id", "index": ["person", "at"]},
    "keys": {"keyPath": "person"},
    "shelf": {"keyPath": ["person", "name"]},
}
SECOND = FIRST | {"locks": {"keyPath": "person"}}
VERSIONS = [FIRST, SECOND]

# A finding and its photo, two points and a thing on the shelf, as the first version left them: sealed under their own names.
LEFT = """async ([version, stores, key]) => {
  const database = await new Promise((done, failed) => {
    const asked = indexedDB.open("liandong", version);
    asked.onupgradeneeded = () => {
      for (const [name, { keyPath, index }] of Object.entries(stores)) {
        const store = asked.result.createObjectStore(name, { keyPath });
        if (index) store.createIndex("person", index);
      }
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const secret = await crypto.subtle.importKey("raw", new Uint8Array(key), "AES-GCM", false, ["encrypt", "decrypt"]);
  const seal = async (name, bytes) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, secret, bytes) };
  };
  const text = (value) => new TextEncoder().encode(JSON.stringify(value));
  const [finding, photo] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
  const picture = new Uint8Array(500).fill(9);
  const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", picture))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const common = { version: 1, person: "shen", device: "d", made_at: "2026-11-20T01:00:00.000Z", method: "PUT", subject: { kind: "finding", id: finding } };
  const envelopes = [
    { ...common, id: finding, kind: "finding", url: `/api/v1/patrols/p/findings/${finding}`, body: { facts: "越线" }, words: "发现" },
    { ...common, id: photo, kind: "photo", url: `/api/v1/photos/${photo}`, body: { bytes: 500, sha256: digest }, words: "照片", picture: { digest, bytes: 500, media_type: "image/jpeg" } },
  ];
  const rows = [];
  for (const each of envelopes) {
    const row = { id: each.id, person: "shen", kind: each.kind, at: each.made_at, after: [], state: "waiting", tries: 0, next_at: 0, size: 500 };
    rows.push(["envelopes", { ...row, sealed: await seal(`envelope:${each.id}`, text(each)) }]);
  }
  rows.push(["pictures", { id: photo, person: "shen", sealed: await seal(`picture:${photo}`, picture) }]);
  rows.push(["points", { person: "shen", patrol: "p", chunk: 0, sealed: await seal("points:p:0", text([{ seq: 0 }, { seq: 1 }])) }]);
  rows.push(["shelf", { person: "shen", name: "contacts", sealed: await seal("shelf:contacts", text(["110"])) }]);
  rows.push(["keys", { person: "shen", key: secret }]);
  const work = database.transaction(Object.keys(stores), "readwrite");
  for (const [store, row] of rows) work.objectStore(store).put(row);
  await new Promise((done) => (work.oncomplete = done));
  database.close();
}"""


async def test_every_version_is_written_down_here(run: Run) -> None:
    version = "return [outbox.queue.database.version, [...outbox.queue.database.objectStoreNames].join()]"
    assert await run(version) == [len(VERSIONS), STORES]


@pytest.mark.parametrize("version", range(1, len(VERSIONS) + 1))
async def test_what_an_earlier_version_kept_is_brought_up_and_sent(
    run: Run, station: Station, version: int
) -> None:
    stores = VERSIONS[version - 1]
    await station.page.evaluate(LEFT, [version, stores, list(station.phone_key)])
    script = """await outbox.kick();
      const { openKept } = await import("/js/patrol/keeping.js");
      const stores = [...outbox.queue.database.objectStoreNames].join();
      return [stores, (await outbox.queue.rows()).length, (await openKept("p")).points.length, await outbox.shelf.get("contacts")];"""
    assert await run(script) == [STORES, 0, 2, ["110"]]
    assert [name[-1] for name in station.held] == ["1", "2"]
    assert station.pieces["00000000-0000-4000-8000-000000000002"] == bytes([9]) * 500


# A page that has lost its database tries to send as soon as it has it again: on a slow machine before, on a fast one after the test's
# next step.
NO_LINE: list[tuple[int, Any] | None] = [None] * 50
NEWER = """new Promise((done) => {
  const asked = indexedDB.open("liandong", 99);
  asked.onupgradeneeded = () => asked.result.createObjectStore("something-new");
  asked.onsuccess = () => (asked.result.close(), done(asked.result.version));
})"""
DELETED = "new Promise((done) => (indexedDB.deleteDatabase('liandong').onsuccess = () => done(99)))"


async def beneath(station: Station, script: str) -> None:
    """Done to the database from another tab while this one has it open."""
    other = await station.page.context.new_page()
    await other.goto(station.page.url)
    assert await other.evaluate(script) == 99


@pytest.mark.parametrize("script", [NEWER, DELETED])
async def test_what_a_page_has_in_hand_goes_on_when_its_database_is_taken_away(
    run: Run, station: Station, script: str
) -> None:
    await run("""globalThis.before = outbox;
      globalThis.heard = new Promise((done) => outbox.addEventListener("told", ({ detail }) => detail.type === "changed" && done(true)));
      const { openKept } = await import("/js/patrol/keeping.js");
      globalThis.track = await openKept("p");""")
    station.trouble = list(NO_LINE)
    await beneath(station, script)
    assert await station.page.evaluate("heard")
    kept = """await before.hold(made(2));
      track.add({ lat: 24, lon: 102, accuracy_m: 8, time: 0 });
      await track.store.written;
      const { openKept } = await import("/js/patrol/keeping.js");
      return [outbox === before, (await before.queue.count("")).waiting, (await openKept("p")).points.length];"""
    assert await run(kept) == [True, 1, 1]


async def test_a_page_of_yesterday_keeps_on_beside_one_of_today(run: Run, station: Station) -> None:
    station.trouble = list(NO_LINE)
    await run("await outbox.queue.put(made(1))")
    await beneath(station, NEWER)
    assert await run("return outbox.hold(made(2))") == {"kept": True}
    assert await run("return (await outbox.queue.list()).map(({ words }) => words)") == ["发现1", "发现2"]
