// One tab of the browser holds the line and shares what it hears; when it closes, the next takes over. Where the browser
// has no locks (a page without https) every tab has a line of its own.

import { lead } from "../leading.js";
import { heardSince, noteHeard } from "./lately.js";

// A tab that opens meanwhile hears what happened while it was being drawn.
const REMEMBERED_MS = 60_000;

/** `hear({ type, … })` is called in every tab, `hold(say)` only in the one that leads and answers how to let go. */
export function share(name, hear, hold) {
  const channel = new BroadcastChannel(name);
  const leave = new AbortController();
  let letGo;
  let line; // up or down, as it was said last

  const say = (told) => {
    if (told.type === "news") noteHeard(told.message);
    else if (told.type === "up" || told.type === "down") line = told;
    channel.postMessage(told);
    hear(told);
  };

  channel.onmessage = ({ data }) => {
    if (data.type === "news") noteHeard(data.message);
    if (data.type !== "hello") return hear(data);
    if (!letGo) return;
    for (const message of heardSince(Date.now() - REMEMBERED_MS)) channel.postMessage({ type: "news", message });
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
