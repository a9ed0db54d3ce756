// The amber bar. A browser's own "online" is not believed (a dead server leaves it true): while the bar shows, the server
// is asked again, first after 3 s, then more seldom, and at once when the browser sees a network. A page that comes from this phone
// says since when it stands there, also once the server answers, until it is drawn anew. Whether there is a network is told as
// "ld:network" on the document.

import { clockOf, dayBegan, momentOf } from "../moments.js";

const FIRST_MS = 3_000;
const LONGEST_MS = 30_000;

export default function network(bar) {
  const [words, note, anew] = ["words", "note", "anew"].map((name) => bar.querySelector(`[data-${name}]`));
  const own = { words: words.textContent, note: note.textContent };
  let wait = FIRST_MS;
  let timer;

  function show(isThere) {
    const { keptAt } = document.body.dataset;
    bar.hidden = isThere && !keptAt;
    anew.hidden = !(isThere && keptAt);
    words.textContent = isThere ? "存在本机的页面" : own.words;
    note.textContent = keptAt ? `存于${keptSince(keptAt)}${isThere ? "" : "，写下的留在本机，连上再送"}` : own.note;
    document.dispatchEvent(new CustomEvent("ld:network", { detail: isThere }));
  }

  async function ask() {
    clearTimeout(timer);
    try {
      await fetch(bar.dataset.probe, { cache: "no-store", method: "GET" });
      wait = FIRST_MS;
      show(true);
    } catch {
      show(false);
      timer = setTimeout(ask, wait);
      wait = Math.min(wait * 2, LONGEST_MS);
    }
  }

  function drawn({ detail: { elt } }) {
    if (elt.id !== "main" || !document.body.dataset.keptAt) return;
    delete document.body.dataset.keptAt;
    ask();
  }

  window.addEventListener("offline", ask);
  window.addEventListener("online", ask);
  document.addEventListener("htmx:sendError", ask);
  document.addEventListener("htmx:load", drawn);
  anew.addEventListener("click", () => location.reload());
  if (!navigator.onLine || document.body.dataset.keptAt) ask();
}

const keptSince = (moment) => `\u00a0${moment < dayBegan() ? momentOf(moment) : clockOf(moment)}`;
