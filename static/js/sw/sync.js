// The browser sees a network again and wakes the worker. A page that is looked at sends by itself; else the worker does.

self.addEventListener("sync", (event) => {
  if (event.tag === "ld-outbox") event.waitUntil(sendWaiting());
});

async function sendWaiting() {
  const pages = await self.clients.matchAll({ type: "window" });
  const looked = pages.filter((page) => page.visibilityState === "visible");
  if (looked.length === 0) return self.OUTBOX.sendInBackground();
  for (const page of looked) page.postMessage("ld-outbox");
}
