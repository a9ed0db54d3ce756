// What happens on the server is seen here without a tap: parts of the page that hear of it are drawn anew, and whoever
// else wants to know listens to "ld:live" on the document (its detail is the message). When the line is down for half a
// minute, the same parts are drawn anew every half minute.

import { remember } from "../remember.js";
import { heardSince } from "./lately.js";
import { hearing, isUrgent, redraw, watchAsking } from "./parts.js";
import { Stream } from "./stream.js";
import { share } from "./tabs.js";
import { shellKept } from "../worker.js";

const JITTER_MS = 500; // not everybody in the same instant; what cannot wait has data-live-now
const FRESH_MS = 5_000; // so long a page just drawn is not drawn anew without news: whoever opened it begins to use it
const LOST_MS = 30_000;
const POLL_MS = 30_000;
const AGAIN_MS = 2_000; // twice as long after each copy that was not to be had, up to POLL_MS
const REMEMBERED = 500;

const known = new Set();
// Ids of parts, to be drawn next and in somebody's hands; the value says whether something really happened there, or they
// may only be old.
const due = new Map();
const held = new Map();
let failures = 0;
let timer;
let now;
let poll;
let leave;

/** Begin, for the person the page was drawn for. */
export function startLive({ liveUrl: url, person }) {
  const begin = () => {
    leave ??= share(`ld-live-${person}`, hear, (say) => hold(url, person, say));
  };
  begin();
  watchAsking(missed, () => hadCopy());
  for (const message of heardSince(performance.timeOrigin)) hearNews(message);
  shellKept().then(() => import("../leaving.js")).then(({ comeHere }) => comeHere(person));
  // A tab that is put away, or that the phone freezes where it is, gives the line to the next and hears nothing until it is back.
  const rest = () => {
    leave?.();
    leave = undefined;
  };
  const back = () => {
    begin();
    soon(hearing());
  };
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", ({ persisted }) => persisted && back());
  document.addEventListener("freeze", rest);
  document.addEventListener("resume", back);
  document.addEventListener("focusout", again);
  document.addEventListener("close", again, true);
}

/** The tab that leads holds the line; answers how to let go of it. */
function hold(url, person, say) {
  const key = `ld-live-${person}`;
  let downSince;
  const stream = new Stream(url, localStorage.getItem(key) ?? "", {
    news: (message) => say({ type: "news", message }),
    first: () => say({ type: "first" }),
    anew: () => say({ type: "anew" }),
    at: (position) => remember(key, position),
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
  else if (type === "first") hearFirst();
  else if (type === "anew") soon(hearing());
  else showLine(type === "up");
}

function hearNews(message) {
  const name = `${message.township}:${message.seq}:${message.kind}:${message.id}`;
  if (known.has(name)) return;
  known.add(name);
  if (known.size > REMEMBERED) known.delete(known.values().next().value);
  document.dispatchEvent(new CustomEvent("ld:live", { detail: message }));
  soon(hearing(message), true);
}

/** What happened between the drawing of the page and the first connection was told to nobody. */
function hearFirst() {
  soon(hearing().filter(isUrgent));
  setTimeout(() => soon(hearing()), FRESH_MS);
}

function showLine(isUp) {
  document.dispatchEvent(new CustomEvent("ld:line", { detail: isUp }));
  if (isUp === !poll) return;
  clearInterval(poll);
  poll = isUp ? undefined : setInterval(() => soon(hearing()), POLL_MS);
  if (isUp) soon(hearing());
}

/** What cannot wait does not take the rest along: a whole township would ask for its pages in the same instant. */
function soon(ids, news = false) {
  for (const id of ids) due.set(id, news || due.get(id) === true);
  if (ids.some(isUrgent)) now ??= setTimeout(drawUrgent);
  if (!ids.every(isUrgent)) timer ??= setTimeout(drawAll, Math.random() * JITTER_MS);
}

function drawUrgent() {
  now = undefined;
  return draw([...due.keys()].filter(isUrgent));
}

function drawAll() {
  timer = undefined;
  return draw([...new Set([...due.keys(), ...held.keys()])]);
}

async function draw(ids) {
  const news = new Map(ids.map((id) => [id, held.get(id) === true || due.get(id) === true]));
  for (const id of ids) due.delete(id);
  const left = await redraw(ids).then(hadCopy, () => hadNone(ids));
  for (const id of ids) held.delete(id);
  for (const id of left) held.set(id, news.get(id));
  const waiting = [...held].some(([id, happened]) => happened && document.getElementById(id));
  document.dispatchEvent(new CustomEvent("ld:waiting", { detail: waiting }));
}

function hadCopy(left) {
  failures = 0;
  return left;
}

function hadNone(ids) {
  failures += 1;
  timer ??= setTimeout(drawAll, Math.min(AGAIN_MS * 2 ** failures, POLL_MS));
  return ids;
}

function missed(id) {
  held.set(id, held.get(id) === true);
  hadNone([id]);
}

/** Somebody's hands have left a part that waits. */
function again() {
  if (held.size > 0) timer ??= setTimeout(drawAll, AGAIN_MS);
}
