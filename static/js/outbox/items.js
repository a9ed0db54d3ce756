// What waits, as the pages show it: cloned from the page's <template data-item>, with its state in words and what can be done.

import { isMeant } from "../meant.js";
import { momentOf } from "../moments.js";
import { wordsOf } from "../sending/answers.js";
import { tell } from "../tell.js";
import { offerChoice } from "./choosing.js";
import { exportOne } from "./export.js";
import { mend } from "./mending.js";
import { previewIn } from "./preview.js";
import { clashesOf, contentOf } from "./settling.js";

// No form takes it any more, and no other try: it is read here, or taken out.
const CLOSED = new Set(["filed", "gone", "patrol_not_open"]);

const drawnAs = new WeakMap();

/** Draws `envelopes` into `list`, oldest first; what stands there as it is stays, with what somebody is choosing in it. */
export function drawItems(list, template, outbox, envelopes) {
  const here = new Map(envelopes.map((each) => [each.id, each]));
  const before = new Map([...list.children].map((drawn) => [drawnAs.get(drawn), drawn]));
  list.replaceChildren(...envelopes.map((each) => {
    const held = heldBackBy(each, here);
    const look = JSON.stringify([each.id, each.state, held, each.problem, each.unreadable]);
    const drawn = before.get(look) ?? item(template, outbox, each, held);
    drawnAs.set(drawn, look);
    return drawn;
  }));
}

/** What it waits for, in words; empty where nothing stands in its way. */
function heldBackBy({ after, state }, here) {
  const first = after.map((id) => here.get(id)).find(Boolean);
  if (!first || state === "refused") return "";
  const which = first.words ? `“${first.words}”` : "打不开的那一条";
  return first.state === "refused" ? `等${which}：那一条被退回，先处理它` : `等${which}先送到`;
}

function item(template, outbox, envelope, held) {
  const drawn = template.content.firstElementChild.cloneNode(true);
  const find = (name) => drawn.querySelector(`[data-${name}]`);
  const { id, state, words, made_at } = envelope;
  drawn.dataset.state = state;
  drawn.dataset.id = id;
  find("words").textContent = words ?? "打不开的一条";
  find("meta").textContent = [`${momentOf(made_at)} 做的`, sizeOf(envelope)].filter(Boolean).join(" · ");
  find("state").textContent = standing(envelope, held);
  find("again").addEventListener("click", () => outbox.hurry(id));
  show(find("drop"), state === "refused" || envelope.unreadable, ({ currentTarget }) => drop(outbox, id, currentTarget));
  if (envelope.picture) previewIn(drawn, find("picture"), () => outbox.queue.picture(id));
  find("try").hidden = Boolean(held); // trying it sends nothing: it goes once the other has gone
  if (words) tellAll(drawn, find, outbox, envelope);
  return drawn;
}

function standing({ state, problem, unreadable }, held) {
  if (unreadable) return "在这台手机上读不出来，送不了。要紧的再做一次，这一条可以从本机删掉";
  if (state === "refused") return `被退回：${wordsOf(problem)}`;
  return held || "已存本机，等着送";
}

/** What there is to one that can be opened: where it leads, what is in it, and what can still be done with it. */
function tellAll(drawn, find, outbox, envelope) {
  const { state, problem, form, unreadable } = envelope;
  const refused = state === "refused";
  const clashes = refused ? clashesOf(envelope) : [];
  const isClosed = refused && CLOSED.has(problem.code);
  for (const link of drawn.querySelectorAll("[data-leads]")) lead(link, envelope);
  if (clashes.length > 0 || isClosed) find("try").hidden = true; // the same answer would come back
  tellContent(find("content"), contentOf(envelope));
  offerChoice(find("settle"), clashes, outbox, envelope);
  const canMend = refused && Boolean(form) && clashes.length === 0 && !isClosed && problem.code !== "not_found";
  show(find("mend"), canMend, () => mend(outbox, envelope));
  show(find("export"), refused || unreadable, () => exportOne(outbox, envelope));
}

/** What is in it can be read here, whatever becomes of it. */
function tellContent(details, told) {
  details.hidden = told.length === 0;
  const list = details.querySelector("dl");
  for (const { label, words } of told) {
    const [name, value] = [document.createElement("dt"), document.createElement("dd")];
    [name.textContent, value.textContent] = [label, words];
    list.append(name, value);
  }
}

/** What was made here has its page here, and a finding can be handed over, before the server has heard of it. */
function lead(link, { kind, method, state, subject, body }) {
  const address = link.getAttribute("href").replace("{id}", subject.id);
  link.href = address;
  const isMade = method === "PUT" && kind === link.dataset.leads && state !== "refused" && !body.nothing_found;
  link.hidden = !isMade || address === location.pathname;
}

function show(button, wanted, act) {
  button.hidden = !wanted;
  if (wanted) button.addEventListener("click", act);
}

async function drop(outbox, id, button) {
  if (!isMeant(button, "再按一次删掉")) return;
  await outbox.queue.remove(id);
  tell("已从本机删掉");
  outbox.hurry();
}

function sizeOf(envelope) {
  if (!envelope.picture) return "";
  const kilobytes = envelope.picture.bytes / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
