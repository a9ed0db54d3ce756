// One tab of the browser holds the line and shares what it hears; when it closes, the next takes over. Where the browser
// has no locks (a page without https) every tab has a line of its own.

import { lead } from "../leading.js";

const REMEMBERED_MS = 60_000;

/** What was heard lately, so that a tab that opens meanwhile hears what happened while it was being drawn. */
class Lately {
  constructor() {
    this.heard = [];
  }

  add(message) {
    const now = Date.now();
    this.heard = this.heard.filter(({ at }) => now - at < REMEMBERED_MS);
    this.heard.push({ at: now, message });
  }

  get messages() {
    return this.heard.map(({ message }) => message);
  }
}

/** `hear({ type, … })` is called in every tab, `hold(say)` only in the one that leads and answers how to let go. */
export function share(name, hear, hold) {
  const channel = new BroadcastChannel(name);
  const lately = new Lately();
  const leave = new AbortController();
  let letGo;
  let line; // up or down, as it was said last

  const say = (told) => {
    if (told.type === "news") lately.add(told.message);
    else if (told.type === "up" || told.type === "down") line = told;
    channel.postMessage(told);
    hear(told);
  };

  channel.onmessage = ({ data }) => {
    if (data.type !== "hello") return hear(data);
    if (!letGo) return;
    for (const message of lately.messages) channel.postMessage({ type: "news", message });
    if (line?.type === "down") channel.postMessage(line);
  };
  channel.postMessage({ type: "hello" });

  if (navigator.locks) lineUp();
  else letGo = hold(say);

  /** Where another tab took the line while this one was asleep, it stands in line again. */
  async function lineUp() {
    while (!leave.signal.aborted) {
      await lead(name, holdTheLine, leave.signal).catch(() => undefined);
      drop();
    }
  }

  function drop() {
    letGo?.();
    letGo = undefined;
  }

  function holdTheLine() {
    letGo = hold(say);
    return new Promise((done) => leave.signal.addEventListener("abort", done));
  }

  return () => {
    drop();
    leave.abort();
    channel.close();
  };
}
