// Attaches behaviours to whatever carries data-behaviour="name other-name", now and whenever htmx brings something in.
// A behaviour is a file of that name whose default export takes the element. It is loaded when the first element asks for it.

import { settleDrafts } from "./drafts.js";
import { isUnasked, watchExpiry } from "./expiry.js";
import { isShut } from "./lock/first.js";
import { guardSending } from "./sending.js";
import { awaitBehaviours, holdEarlyTaps } from "./sending/early.js";
import { afterLoad, inItsTask } from "./tasks.js";
import { tell } from "./tell.js";
import { registerWorker } from "./worker.js";

const STOCK_AFTER_MS = 3_000;
const NAME = /^[a-z]+(-[a-z]+)*$/;
const attached = new WeakMap();

async function attach(element, name) {
  const behaviour = await import(`./behaviours/${name}.js`);
  behaviour.default(element);
}

/** What `element` asks for and has not got yet; it counts as got. */
function missing(element) {
  const known = attached.get(element) ?? new Set();
  const names = element.dataset.behaviour.split(/\s+/).filter((name) => NAME.test(name) && !known.has(name));
  attached.set(element, new Set([...known, ...names]));
  return names;
}

function scan(root) {
  const elements = [...root.querySelectorAll("[data-behaviour]")];
  if (root.matches?.("[data-behaviour]")) elements.push(root);
  for (const element of elements) {
    if (isShut() && !element.closest("[data-while-locked]")) continue; // its turn comes when the lock is opened
    const names = missing(element);
    if (names.length > 0) awaitBehaviours(element, inItsTask(() => Promise.all(names.map((name) => attach(element, name)))));
  }
}

// After the page itself is there: the two do not share a thin line.
function listenLive() {
  if (!document.body.dataset.liveUrl) return;
  afterLoad(() => import("./live/live.js").then(({ startLive }) => startLive(document.body.dataset)));
}

// What the street needs without a network is fetched beforehand, last of all: after the shell on a first visit; not any more once
// the person leaves this device.
function stockPocket() {
  const { dataset } = document.body;
  if (!dataset.pocket || !navigator.serviceWorker) return;
  async function begin() {
    await navigator.serviceWorker.ready;
    const { stock } = await import("./pocket/stocking.js");
    if (dataset.pocket) await stock(dataset.person, dataset.pocket);
  }
  afterLoad(() => setTimeout(() => begin().catch(() => undefined), STOCK_AFTER_MS));
}

settleDrafts();
holdEarlyTaps();
guardSending();
watchExpiry();
registerWorker();
listenLive();
stockPocket();
scan(document);
document.dispatchEvent(new Event("ld:here")); // sending/first-taps.js
document.addEventListener("ld:unlocked", () => scan(document));
document.addEventListener("htmx:load", (event) => scan(event.detail.elt));
document.addEventListener("htmx:sendError", ({ detail }) => {
  if (isUnasked(detail.elt)) return; // nobody tapped: the bar says that there is no network
  tell(detail.requestConfig.verb === "get" ? "没有网络，打不开。连上后再试" : "没有网络，没有送出，你填的都还在");
});
