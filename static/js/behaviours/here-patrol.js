// The page of a patrol that is only on this phone (templates/patrols/here.html): what it is and who walks along, from the outbox;
// it gives way to the server's own page once everything has arrived. What records it stands on the page (track.js).

import { clockOf } from "../moments.js";
import { outboxHere } from "../outbox/outbox.js";
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
  outbox.addEventListener("told", async () => {
    const left = await outbox.waitingFor(subject);
    if (left.length === 0) return location.reload();
    drawClock(element, patrolOf(id, left));
  });
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
