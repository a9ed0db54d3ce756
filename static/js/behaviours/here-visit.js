// The page of a visit that is only on this phone (templates/checkins/here.html): where, why and since when, from the outbox; it
// gives way to the server's own page once everything has arrived.

import { visitOf } from "../checkins/made.js";
import { clockOf } from "../moments.js";
import { outboxHere } from "../outbox/outbox.js";
import { putClock } from "./running-clock.js";

export default async function hereVisit(element) {
  const subject = { kind: "checkin", id: element.dataset.visit };
  const outbox = await outboxHere();
  const waiting = async () => (await outbox?.waitingFor(subject)) ?? [];
  const visit = visitOf(subject.id, await waiting());
  if (visit.state === "none") {
    element.querySelector("[data-nothing]").hidden = false;
    document.getElementById("dock").hidden = true;
    return;
  }
  element.querySelector("[data-something]").hidden = false;
  element.querySelector(".ld-band__name").textContent = visit.place;
  tellOf(element, visit);
  outbox.addEventListener("told", async () => {
    const left = await waiting();
    if (left.length === 0) location.reload();
    else tellOf(element, visitOf(subject.id, left));
  });
}

/** Once its beginning has arrived, what is left says nothing of where it is; that stands here already. */
function tellOf(element, { state, reason, wellAt, dueAt }) {
  if (state === "none") return;
  const open = state === "open";
  const fill = (name, words) => (document.querySelector(`[data-here="${name}"]`).textContent = words);
  fill("reason", reason);
  fill("well", clockOf(wellAt));
  fill("due", open ? clockOf(dueAt) : "—");
  for (const part of element.querySelectorAll("[data-open]")) part.hidden = !open;
  putClock(element.querySelector("template[data-clock]"), open ? wellAt : null);
}
