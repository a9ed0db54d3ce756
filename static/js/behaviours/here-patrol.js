// The page of a patrol that is only on this phone (templates/patrols/here.html): what it is and who walks along, from the outbox;
// it records while the patrol runs, and gives way to the server's own page once everything has arrived.

import { nothing, openOutbox } from "../outbox/outbox.js";
import { patrolOf } from "../patrol/made.js";
import { hms } from "./running-clock.js";

export default async function herePatrol(element) {
  const { patrol: id, names } = element.dataset;
  const subject = { kind: "patrol", id };
  const outbox = await openOutbox().catch(nothing);
  const patrol = patrolOf(id, (await outbox?.waitingFor(subject)) ?? []);
  if (patrol.state === "none") {
    element.querySelector("[data-nothing]").hidden = false;
    document.getElementById("dock").hidden = true;
    document.querySelector(".ld-top__title").firstChild.data = "本机上没有";
    return;
  }
  tellOf(element, patrol, JSON.parse(names));
  record(element, patrol);
  outbox.addEventListener("told", async () => {
    const left = await outbox.waitingFor(subject);
    if (left.length === 0) location.reload();
    else record(element, patrolOf(id, left));
  });
}

function tellOf(element, patrol, names) {
  const fill = (name, words) => (document.querySelector(`[data-here="${name}"]`).textContent = words);
  fill("title", patrol.title);
  fill("since", timeOf(patrol.since));
  fill("crew", patrol.crew.map((username) => names[username] ?? username).join("、"));
  element.querySelector("[data-something]").hidden = false;
  const clock = bringIn(element.querySelector("template[data-clock]"));
  if (patrol.endedAt) clock.textContent = hms(Date.parse(patrol.endedAt) - Date.parse(patrol.since));
  else run(clock, patrol.since);
}

/** The recorder is there while the patrol runs and at no other time. */
function record(element, { state }) {
  const place = element.querySelector("[data-track]");
  const isThere = place.childElementCount > 0;
  if (isThere === (state === "active")) return;
  if (isThere) return location.reload();
  place.append(element.querySelector("template[data-recorder]").content.cloneNode(true));
  attach(place);
}

function run(clock, since) {
  Object.assign(clock.dataset, { since, now: new Date().toISOString() });
  attach(clock);
}

/** The first element of a template, in its place. */
function bringIn(template) {
  const brought = template.content.firstElementChild.cloneNode(true);
  template.after(brought);
  return brought;
}

const attach = (elt) => document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt } }));

const timeOf = (moment) =>
  new Date(moment).toLocaleTimeString("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false });
