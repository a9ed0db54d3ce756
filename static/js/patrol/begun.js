// A list of the patrols that are only on this phone yet: data-url with {id}, [data-list], <template data-item>.

import { momentOf } from "../moments.js";
import { follow } from "../outbox/following.js";
import { outboxHere } from "../outbox/outbox.js";
import { begunHere, patrolOf } from "./made.js";

const STATES = { refused: "没有开始成，点开看为什么", active: "进行中", paused: "已暂停", done: "已结束" };

/** Fills the section and keeps it so. */
export async function showBegun(section) {
  const outbox = await outboxHere();
  if (!outbox) return;
  const [list, template] = [section.querySelector("[data-list]"), section.querySelector("template[data-item]")];

  async function draw() {
    const waiting = await outbox.queue.list();
    const begun = begunHere(waiting);
    section.hidden = begun.length === 0;
    list.replaceChildren(...begun.map((id) => drawn(template, section.dataset.url.replace("{id}", id), patrolOf(id, waiting))));
  }

  follow(outbox, section, draw);
  await draw();
}

function drawn(template, url, { state, title, since }) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.href = url;
  item.querySelector("[data-title]").textContent = title;
  item.querySelector("[data-meta]").textContent = `${STATES[state]} · ${momentOf(since)} 开始`;
  item.querySelector("[data-unsent]").hidden = state === "refused";
  item.querySelector("[data-refused]").hidden = state !== "refused";
  return item;
}
