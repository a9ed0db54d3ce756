// What happens on the server is seen here without a tap: parts of the page that hear of it are drawn anew, and whoever
// else wants to know listens to "ld:live" on the document (its detail is the message). When the line is down for half a
// minute, the same parts are drawn anew every half minute.

import { hearing, redraw } from "./parts.js";
import { Stream } from "./stream.js";
import { share } from "./tabs.js";

const JITTER_MS = 500; // not everybody in the same instant; what cannot wait has data-live-now
const LOST_MS = 30_000;
const POLL_MS = 30_000;
const AGAIN_MS = 2_000;
const REMEMBERED = 500;

const known = new Set();
const due = new Set();
const withNews = new WeakSet(); // of those: what really happened there, the others may be old
let timer;
let poll;
let leave;

/** Begin, for the person the page was drawn for. */
export function startLive({ liveUrl: url, person }) {
  const begin = () => {
    leave ??= share(`ld-live-${person}`, hear, (say) => hold(url, person, say));
  };
  begin();
  window.addEventListener("pagehide", () => {
    leave?.();
    leave = undefined;
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    begin();
    soon(hearing());
  });
  document.addEventListener("focusout", again);
  document.addEventListener("close", again, true);
}

/** The tab that leads holds the line; answers how to let go of it. */
function hold(url, person, say) {
  const key = `ld-live-${person}`;
  let downSince;
  const stream = new Stream(url, localStorage.getItem(key) ?? "", {
    news: (message) => say({ type: "news", message }),
    anew: () => say({ type: "anew" }),
    at: (position) => localStorage.setItem(key, position),
    up: () => {
      clearTimeout(downSince);
      downSince = undefined;
      say({ type: "up" });
    },
    down: () => {
      downSince ??= setTimeout(() => say({ type: "down" }), LOST_MS);
    },
  });
  const hurry = () => stream.hurry();
  window.addEventListener("online", hurry);
  stream.run();
  return () => {
    window.removeEventListener("online", hurry);
    clearTimeout(downSince);
    stream.end();
  };
}

function hear({ type, message }) {
  if (type === "news") hearNews(message);
  else if (type === "anew") soon(hearing());
  else showLine(type === "up");
}

function hearNews(message) {
  const name = `${message.township}:${message.seq}`;
  if (known.has(name)) return;
  known.add(name);
  if (known.size > REMEMBERED) known.delete(known.values().next().value);
  document.dispatchEvent(new CustomEvent("ld:live", { detail: message }));
  const parts = hearing(message);
  for (const part of parts) withNews.add(part);
  soon(parts);
}

function showLine(isUp) {
  document.dispatchEvent(new CustomEvent("ld:line", { detail: isUp }));
  if (isUp === !poll) return;
  clearInterval(poll);
  poll = isUp ? undefined : setInterval(() => soon(hearing()), POLL_MS);
  if (isUp) soon(hearing());
}

function soon(parts) {
  if (parts.length === 0) return;
  for (const part of parts) due.add(part);
  const now = parts.some((part) => part.hasAttribute("data-live-now"));
  if (timer && !now) return;
  clearTimeout(timer);
  timer = setTimeout(draw, now ? 0 : Math.random() * JITTER_MS);
}

async function draw() {
  timer = undefined;
  const parts = [...due];
  due.clear();
  const held = await redraw(parts).catch(() => parts);
  for (const part of parts.filter((each) => !held.includes(each))) withNews.delete(part);
  for (const part of held) due.add(part);
  const waiting = [...due].some((part) => part.isConnected && withNews.has(part));
  document.dispatchEvent(new CustomEvent("ld:waiting", { detail: waiting }));
}

/** Somebody's hands have left a part that waits. */
function again() {
  if (due.size > 0) timer ??= setTimeout(draw, AGAIN_MS);
}
