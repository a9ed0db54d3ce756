// The amber bar. A browser's own "online" is not believed (a dead server leaves it true): while the bar shows, the server
// is asked again, first after 3 s, then more seldom, and at once when the browser sees a network.

const FIRST_MS = 3_000;
const LONGEST_MS = 30_000;

export default function network(bar) {
  let wait = FIRST_MS;
  let timer;

  async function ask() {
    clearTimeout(timer);
    try {
      await fetch(bar.dataset.probe, { cache: "no-store", method: "GET" });
      wait = FIRST_MS;
      bar.hidden = true;
    } catch {
      bar.hidden = false;
      timer = setTimeout(ask, wait);
      wait = Math.min(wait * 2, LONGEST_MS);
    }
  }

  window.addEventListener("offline", ask);
  window.addEventListener("online", ask);
  document.addEventListener("htmx:sendError", ask);
  if (!navigator.onLine) ask();
}
