// The same was changed on two devices: both values stand side by side, the person chooses for each, and the rest goes along.

import { tell } from "../tell.js";
import { settled } from "./settling.js";

/** `form` is hidden where nothing clashes. */
export function offerChoice(form, clashes, outbox, envelope) {
  form.hidden = clashes.length === 0;
  if (form.hidden) return;
  const template = form.querySelector("template");
  template.before(...clashes.map((clash) => field(template, envelope.id, clash)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = clashes.map(({ name }) => [name, form.elements[nameOf(envelope.id, name)].value]);
    if (chosen.some(([, side]) => !side)) return tell("每一处选一个：用本机的，还是用别处的");
    return settle(outbox, envelope, chosen.filter(([, side]) => side === "mine").map(([name]) => name));
  });
}

function field(template, id, { name, label, mine, theirs, whose }) {
  const drawn = template.content.firstElementChild.cloneNode(true);
  const fill = (part, words) => (drawn.querySelector(`[data-${part}]`).textContent = words);
  fill("label", label);
  fill("mine", mine);
  fill("theirs", theirs);
  fill("whose", whose);
  for (const choice of drawn.querySelectorAll("input")) choice.name = nameOf(id, name);
  return drawn;
}

const nameOf = (id, name) => `${id}:${name}`;

async function settle(outbox, envelope, mine) {
  const body = settled(envelope, mine);
  if (body) await outbox.queue.amend(envelope.id, body);
  else await outbox.queue.remove(envelope.id);
  tell(body ? "选好了，正在送" : "用别处的，本机的不送了");
  outbox.hurry();
}
