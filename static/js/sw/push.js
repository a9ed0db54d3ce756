// A notice that came by push: shown as it was sent (it names nothing and nobody), and it leads to the inbox.

self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? { text: "您有一件待办", link: "/notices", tag: "", urgent: false };
  event.waitUntil(
    self.registration.showNotification("联动", {
      body: told.text,
      tag: told.tag,
      renotify: told.tag !== "",
      requireInteraction: told.urgent,
      icon: "/static/" + self.SHELL.version + "/icons/icon-192.png",
      data: { link: told.link },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data.link, self.location.origin).pathname));
});

// A window of ours that is open already is used; the address is never another site's.
async function open(path) {
  const [window] = await self.clients.matchAll({ type: "window" });
  if (!window) return self.clients.openWindow(path);
  await window.focus();
  return window.navigate(path);
}
