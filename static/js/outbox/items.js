// What waits, as the pages show it: cloned from the page's <template data-item>, with its state in words and what can be done.

import { isMeant } from "../meant.js";
import { momentOf } from "../moments.js";
import { wordsOf } from "../sending/answers.js";
import { tell } from "../tell.js";
import { offerChoice } from "./choosing.js";
import { isPhoto } from "./envelope.js";
import { exportOne } from "./export.js";
import { mend } from "./mending.js";
import { clashesOf, contentOf } from "./settling.js";

const PAST_MENDING = new Set(["filed", "gone", "not_found"]); // no form takes it any more: it is read here, or taken out

const drawnAs = new WeakMap();

/** Draws `envelopes` into `list`, oldest first; what stands there as it is stays, with what somebody is choosing in it. */
export function drawItems(list, template, outbox, envelopes) {
  const here = new Set(envelopes.map(({ id }) => id));
  const before = new Map([...list.children].map((drawn) => [drawnAs.get(drawn), drawn]));
  list.replaceChildren(...envelopes.map((each) => {
    const isHeldBack = each.after.some((id) => here.has(id));
    const look = JSON.stringify([each.id, each.state, isHeldBack, each.problem]);
    const drawn = before.get(look) ?? item(template, outbox, each, isHeldBack);
    drawnAs.set(drawn, look);
    return drawn;
  }));
}

function item(template, outbox, envelope, isHeldBack) {
  const drawn = template.content.firstElementChild.cloneNode(true);
  const find = (name) => drawn.querySelector(`[data-${name}]`);
  const { id, state, words, problem, form } = envelope;
  const refused = state === "refused";
  const clashes = refused ? clashesOf(envelope) : [];
  drawn.dataset.state = state;
  drawn.dataset.id = id;
  find("words").textContent = words;
  find("meta").textContent = [`${momentOf(envelope.made_at)} 做的`, sizeOf(envelope)].filter(Boolean).join(" · ");
  find("state").textContent = refused ? `被退回：${wordsOf(problem)}` : isHeldBack ? "等前面的先送到" : "已存本机，等着送";
  for (const link of drawn.querySelectorAll("[data-leads]")) lead(link, envelope);
  find("try").hidden = clashes.length > 0; // the same answer would come back: it waits for the choice
  find("again").addEventListener("click", () => outbox.hurry(id));
  tellContent(find("content"), contentOf(envelope));
  offerChoice(find("settle"), clashes, outbox, envelope);
  show(find("mend"), refused && Boolean(form) && clashes.length === 0 && !PAST_MENDING.has(problem.code), () => mend(outbox, envelope));
  show(find("export"), refused, () => exportOne(outbox, envelope));
  show(find("drop"), refused, ({ currentTarget }) => drop(outbox, id, currentTarget));
  return drawn;
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
  if (!isPhoto(envelope)) return "";
  const kilobytes = envelope.picture.bytes / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
