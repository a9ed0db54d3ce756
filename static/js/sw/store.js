// The two kinds of cache: the shell of one version of the product, and the pages of one person.

// Behind whatever the page itself asks for meanwhile: on a first visit a tap would stand in line after the whole shell.
const behind = (address) => new Request(address, { priority: "low" });

async function keepShell() {
  const isNew = !(await caches.has(SHELL_CACHE));
  const cache = await caches.open(SHELL_CACHE);
  try {
    await Promise.all([keepPacked(cache), cache.add(behind(self.SHELL.offline))]);
  } catch (error) {
    if (isNew) await caches.delete(SHELL_CACHE); // a part of a shell would push out one that is whole
    throw error;
  }
}

async function keepPacked(cache) {
  const answer = await fetch(behind(self.SHELL.packed), { cache: "no-store" }); // it is kept file by file, and not once more
  if (!answer.ok) throw new Error(`the shell was answered with ${answer.status}`);
  // One after the other: all at once they would take the phone from the page that is opening just then.
  for (const [path, file] of unpacked(await answer.arrayBuffer())) await cache.put(addressOf(path), file);
}

// As backend/foundation/web/assets/shell.py puts it together.
function unpacked(packed) {
  const listed = 4 + new DataView(packed).getUint32(0);
  const files = JSON.parse(new TextDecoder().decode(packed.slice(4, listed)));
  let from = listed;
  const taken = files.map(([path, type, length]) => {
    const body = packed.slice(from, (from += length));
    return [path, new Response(body, { headers: { "Content-Type": type } })];
  });
  if (from !== packed.byteLength) throw new Error("the shell was cut off"); // where a connection ends without a word of its length
  return taken;
}

// The one before stays (names come in the order in which they were made): a page that is open was drawn with it, and what it has not
// asked for yet must be of a piece with what it runs, also without a network.
async function dropOldShells() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("liandong-shell-") && name !== SHELL_CACHE);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

async function wipePages(except = "") {
  const names = await caches.keys();
  const wiped = names.filter((name) => name.startsWith(PAGES) && name !== except);
  await Promise.all(wiped.map((name) => caches.delete(name)));
}

// Keeping a page of one person wipes the pages of every other: two people never share what is kept on a phone.
async function keepPage(request, response) {
  const person = response.headers.get(PERSON_HEADER);
  if (response.redirected) return;
  if (mayStay(response) && person) {
    await wipePages(PAGES + person);
    const cache = await caches.open(PAGES + person);
    await cache.put(request, response);
  } else if (response.status < 500) {
    await dropPage(request);
  }
}

const mayStay = (response) => response.ok && response.headers.get(KEEP_HEADER) !== "no";

// What was kept goes once the server says that it is not to be kept, or not to be seen.
async function dropPage(request) {
  for (const name of await caches.keys()) {
    if (name.startsWith(PAGES)) await (await caches.open(name)).delete(request, { ignoreVary: true });
  }
}

async function keptPage(request) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  for (const name of names) {
    const found = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}
