"""Pages kept on a phone belong to one person, and go once the server says that they are not to be kept or seen."""

from typing import Any

import pytest
from playwright.async_api import Error, Page

PAGE = "https://house.test/patrols"
STORE = """async script => {
  self.SHELL ??= { version: "v", packed: "/shell.packed", offline: "/offline" };
  const sources = await Promise.all(["rules", "store"].map(async (name) => (await fetch(`/js/sw/${name}.js`)).text()));
  const Async = Object.getPrototypeOf(async () => {}).constructor;
  const answer = (person, status = 200, more = {}) =>
    new Response(`page of ${person}`, { status, headers: { ...(person && { "Liandong-Person": person }), ...more } });
  return new Async("answer", "page", `${sources.join("\\n")}\\n${script}`)(answer, new Request("https://house.test/patrols"));
}"""
KEPT = "const kept = await keptPage(page); return [kept ? await kept.text() : null, await caches.keys()];"


async def store(page: Page, script: str) -> Any:
    return await page.evaluate(STORE, f"{script} {KEPT}")


async def test_a_page_is_kept_under_the_person_it_was_drawn_for(workbench: Page) -> None:
    assert await store(workbench, "await keepPage(page, answer('shen'));") == [
        "page of shen",
        ["liandong-pages-shen"],
    ]


async def test_keeping_the_page_of_one_wipes_those_of_the_other(workbench: Page) -> None:
    script = "await keepPage(page, answer('shen')); await keepPage(page, answer('han'));"
    assert await store(workbench, script) == ["page of han", ["liandong-pages-han"]]


@pytest.mark.parametrize(
    "then",
    ["answer('shen', 200, {'Liandong-Keep': 'no'})", "answer('', 404)", "answer('', 403)", "answer('', 200)"],
)
async def test_what_is_not_to_be_kept_or_seen_any_more_goes(workbench: Page, then: str) -> None:
    kept, _ = await store(workbench, f"await keepPage(page, answer('shen')); await keepPage(page, {then});")
    assert kept is None


async def test_a_server_in_trouble_takes_nothing_away(workbench: Page) -> None:
    script = "await keepPage(page, answer('shen')); await keepPage(page, answer('', 503));"
    assert (await store(workbench, script))[0] == "page of shen"


PACK = """const files = [["js/a.js", "text/javascript", "export {}"], ["icons/b.png", "image/png", "\\u0089"], ["css/c.css", "text/css", ""]];
  const bodies = files.map(([,, text]) => new TextEncoder().encode(text));
  const listed = new TextEncoder().encode(JSON.stringify(files.map(([path, type], at) => [path, type, bodies[at].length])));
  const head = new DataView(new ArrayBuffer(4));
  head.setUint32(0, listed.length);
  const answers = { "/shell.packed": () => new Response(new Blob([head, listed, ...bodies]).slice(0, left ? -left : undefined), { status }), "/offline": () => new Response("没有网络") };
  const fetched = globalThis.fetch;
  globalThis.fetch = async (request) => answers[new URL(request.url).pathname]();
  Cache.prototype.add = async function (request) { await this.put(request, await fetch(request)); };
  try { await keepShell(); } finally { globalThis.fetch = fetched; }
  const cache = await caches.open(SHELL_CACHE);
  const kept = (await cache.keys()).map(async (request) => {
    const found = await cache.match(request);
    return [new URL(request.url).pathname, found.headers.get("Content-Type"), await found.text()];
  });
  const all = (await Promise.all(kept)).sort();"""


async def test_the_shell_comes_in_one_and_is_kept_file_by_file(workbench: Page) -> None:
    kept = await workbench.evaluate(STORE, f"const status = 200; const left = 0; {PACK} return all;")
    assert kept == [
        ["/offline", "text/plain;charset=UTF-8", "没有网络"],
        ["/static/v/css/c.css", "text/css", ""],
        ["/static/v/icons/b.png", "image/png", "\u0089"],
        ["/static/v/js/a.js", "text/javascript", "export {}"],
    ]


@pytest.mark.parametrize(("status", "left", "said"), [(502, 0, "502"), (200, 1, "cut off")])
async def test_a_shell_that_did_not_come_whole_leaves_nothing(
    workbench: Page, status: int, left: int, said: str
) -> None:
    with pytest.raises(Error, match=said):
        await workbench.evaluate(STORE, f"const status = {status}; const left = {left}; {PACK}")
    assert await workbench.evaluate("caches.has('liandong-shell-v')") is False


async def test_a_new_shell_leaves_the_one_before_to_the_pages_that_are_open(workbench: Page) -> None:
    script = """for (const version of ["a", "b", "c"]) await caches.open(`liandong-shell-${version}`);
      await caches.open("liandong-pages-shen");
      await caches.open(SHELL_CACHE);
      await dropOldShells();"""
    _, names = await store(workbench, script)
    assert names == ["liandong-shell-c", "liandong-pages-shen", "liandong-shell-v"]


async def test_a_page_given_from_the_phone_says_when_it_was_drawn(workbench: Page) -> None:
    told = await workbench.evaluate(
        """async () => {
      self.SHELL ??= { version: "v", packed: "/shell.packed", offline: "/offline" };
      const source = await (await fetch("/js/sw/worker.js")).text();
      const toldKept = new Function(`${source}; return toldKept`)();
      const kept = new Response('<body class="ld">今日</body>', { headers: { Date: "Mon, 23 Nov 2026 02:40:00 GMT", "Content-Type": "text/html" } });
      const told = await toldKept(kept);
      return [await told.text(), told.headers.get("Content-Type")];
    }"""
    )
    assert told == ['<body data-kept-at="2026-11-23T02:40:00.000Z" class="ld">今日</body>', "text/html"]
