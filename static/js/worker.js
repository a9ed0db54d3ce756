// Registers the service worker that keeps the shell and a few allow-listed pages for reading without a network; after the
// page itself is there, so that the two do not share a thin line.

export function registerWorker() {
  const address = document.body.dataset.worker;
  if (!address || !("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register(address).catch(() => undefined);
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
