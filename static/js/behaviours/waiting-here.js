// What this phone still keeps for the record of the page, which the page could not draw: data-subject="patrol:ID", [data-list],
// <template data-item>. A patrol whose acts wait offers what comes after them: <template data-dock-after="KIND …" data-heading> beside #dock.

import { fingerUp } from "../live/hands.js";
import { follow } from "../outbox/following.js";
import { drawItems } from "../outbox/items.js";
import { outboxHere } from "../outbox/outbox.js";
import { placeOf } from "../outbox/places.js";

export default async function waitingHere(element) {
  const outbox = await outboxHere();
  if (!outbox) return;
  const subject = placeOf(element.dataset.subject);
  const [list, template] = [element.querySelector("[data-list]"), element.querySelector("template[data-item]")];
  let drawn = "";

  async function draw() {
    const waiting = await outbox.waitingFor(subject);
    const now = JSON.stringify(waiting.map(({ id, state }) => [id, state]));
    if (now === drawn) return;
    drawn = now;
    element.hidden = waiting.length === 0;
    drawItems(list, template, outbox, waiting);
    if (waiting.length === 0 && document.getElementById("dock")?.dataset.after) giveWay();
    else offerNext(waiting);
  }

  follow(outbox, element, draw, () => !element.hidden);
  await draw();
}

/** The acts of a patrol follow what was done here, although the server has not heard of it. */
async function offerNext(waiting) {
  const dock = document.getElementById("dock");
  const docks = [...document.querySelectorAll("template[data-dock-after]")];
  const last = waiting.filter(({ kind }) => docks.some((each) => isAfter(each, kind))).at(-1);
  if (!last || dock.dataset.after === last.kind) return;
  await fingerUp(); // whoever still holds down the act that was made does not mean the one that comes in its place
  dock.dataset.after = last.kind;
  const next = docks.find((each) => isAfter(each, last.kind));
  document.querySelector(".ld-top__title").firstChild.data = next.dataset.heading;
  window.htmx.swap(dock.querySelector(".ld-dock__acts"), next.innerHTML, { swapStyle: "innerHTML" });
}

/** What was done here has arrived: the page as the server draws it takes the place of the one that waited, not under somebody's hands. */
async function giveWay() {
  await fingerUp();
  const open = document.querySelector("dialog[open]");
  if (open) await new Promise((closed) => open.addEventListener("close", closed, { once: true }));
  location.reload();
}

const isAfter = ({ dataset }, kind) => dataset.dockAfter.split(" ").includes(kind);
