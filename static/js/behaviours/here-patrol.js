// The page of a patrol that is only on this phone (templates/patrols/here.html): what it is and who walks along, from the outbox;
// it gives way to the server's own page once everything has arrived. One whose beginning was refused says why, and its one act is to
// mend it. What records it stands on the page (track.js).

import { clockOf } from "../moments.js";
import { mend } from "../outbox/mending.js";
import { outboxHere } from "../outbox/outbox.js";
import { wordsOf } from "../sending/answers.js";
import { patrolOf } from "../patrol/made.js";
import { putClock } from "./running-clock.js";

export default async function herePatrol(element) {
  const { patrol: id, names } = element.dataset;
  const subject = { kind: "patrol", id };
  const outbox = await outboxHere();
  const patrol = patrolOf(id, (await outbox?.waitingFor(subject)) ?? []);
  if (patrol.state === "none") {
    element.querySelector("[data-nothing]").hidden = false;
    document.getElementById("dock").hidden = true;
    document.querySelector(".ld-top__title").firstChild.data = "本机上没有";
    return;
  }
  tellOf(element, patrol, JSON.parse(names));
  if (patrol.state === "refused") tellRefused(element, patrol, outbox);
  outbox.addEventListener("told", async () => {
    const left = await outbox.waitingFor(subject);
    const now = patrolOf(id, left);
    if (left.length === 0 || isRefused(now) !== isRefused(patrol)) return location.reload();
    drawClock(element, now);
  });
}

const isRefused = ({ state }) => state === "refused";

function tellRefused(element, { begun }, outbox) {
  element.querySelector("[data-unsent]").hidden = true;
  element.querySelector("[data-refused]").hidden = false;
  element.querySelector('[data-here="refused"]').textContent = wordsOf(begun.problem);
  for (const each of document.querySelectorAll("template[data-dock-after]")) each.remove();
  const dock = document.querySelector("template[data-dock-refused]");
  document.querySelector(".ld-top__title").firstChild.data = dock.dataset.heading;
  const acts = document.querySelector("#dock .ld-dock__acts");
  acts.replaceChildren(dock.content.cloneNode(true));
  acts.querySelector("[data-mend]").addEventListener("click", () => mend(outbox, begun));
}

function tellOf(element, patrol, names) {
  const fill = (name, words) => (document.querySelector(`[data-here="${name}"]`).textContent = words);
  fill("title", patrol.title);
  fill("since", clockOf(patrol.since));
  fill("crew", patrol.crew.map((username) => names[username] ?? username).join("、"));
  element.querySelector("[data-something]").hidden = false;
  drawClock(element, patrol);
}

/** It runs until the patrol is over; once its beginning has arrived, it goes on as it was drawn. */
function drawClock(element, { since, endedAt }) {
  const template = element.querySelector("template[data-clock]");
  if (!since || (template.nextElementSibling && !endedAt)) return;
  putClock(template, Date.parse(since), endedAt ? Date.parse(endedAt) : null);
}
