// Network first for allow-listed pages, what is here first for static files, the network alone for all else.

const NOT_THERE = 404;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "ld-rule") event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (leavesTheDevice(request, url)) event.waitUntil(wipePages());
  if (isStatic(request, url)) event.respondWith(file(request, url));
  else if (isKeptFile(request, url)) event.respondWith(fetch(request).catch(async () => (await keptPage(request)) ?? Response.error()));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

// A page kept before an update names files of the older shell: without a network it gets today's.
async function file(request, url) {
  const kept = await caches.match(request, { ignoreVary: true });
  return kept ?? fetch(request).catch(() => caches.match(inThisShell(url), { ignoreVary: true }));
}

async function page(event, url) {
  const fetched = fetch(asTyped(event.request));
  const keepable = mayKeepPage(event.request, url);
  if (isDoor(event.request, url)) event.waitUntil(fetched.then(({ ok }) => ok && wipePages()).catch(() => undefined));
  if (keepable) event.waitUntil(fetched.then((answer) => keepPage(event.request, answer.clone())).catch(() => undefined));
  const kept = keepable ? await keptPage(event.request) : undefined;
  try {
    const answer = await (kept ? Promise.race([fetched, patience()]) : fetched);
    return (answer.status === NOT_THERE && (await onlyHere(event.request))) || answer;
  } catch {
    return kept ? toldKept(kept) : (await standIn(event.request)) ?? caches.match(self.SHELL.offline, { ignoreVary: true });
  }
}

// No page led to it: the server can no longer tell once a worker asks, and files are kept behind the phone's lock by it. So it is
// asked also for what the browser still has.
function asTyped(request) {
  if (request.referrer) return request;
  const headers = new Headers(request.headers);
  headers.set("Liandong-Typed", "1");
  try {
    return new Request(request, { headers, cache: "no-cache" });
  } catch {
    return request; // a browser that copies no navigation
  }
}

// On a slow line a person is here before what they made is there.
async function onlyHere(request) {
  const found = standInFor(new URL(request.url));
  return found && (await self.OUTBOX.keeps(found.id)) ? standIn(request) : undefined;
}

async function standIn({ url }) {
  const found = standInFor(new URL(url));
  const kept = found && (await keptPage(found.page));
  if (!kept) return undefined;
  const page = (await kept.text()).replaceAll(self.SHELL.nowhere, found.id);
  return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8", ...policyOf(kept) } });
}

// It says of itself when it was drawn (behaviours/network.js tells it to the person): what stands in it was true then.
async function toldKept(kept) {
  const drawn = Date.parse(kept.headers.get("Date"));
  if (!drawn) return kept;
  const page = (await kept.text()).replace("<body ", `<body data-kept-at="${new Date(drawn).toISOString()}" `);
  const headers = new Headers(kept.headers);
  for (const ofTheLine of ["Content-Encoding", "Content-Length"]) headers.delete(ofTheLine);
  return new Response(page, { headers });
}

// Under the same rules as the page it was drawn as.
function policyOf({ headers }) {
  const name = "Content-Security-Policy";
  return headers.has(name) ? { [name]: headers.get(name) } : {};
}

function patience() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("slow network")), PATIENCE_MS));
}
