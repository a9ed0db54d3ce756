// Where work begins: what this phone can still hold, said before it is too late, with what to do; and that it can hold nothing.

import { CannotKeep, openOutbox } from "../outbox/outbox.js";
import { roomHere } from "../outbox/room.js";
import { roomWords } from "../outbox/room-words.js";

export default async function roomHereWords(box) {
  async function draw() {
    const said = roomWords(await standing());
    box.hidden = said === null;
    if (!said) return;
    box.querySelector("[data-what]").textContent = said.what;
    box.querySelector("[data-do]").textContent = said.todo;
    box.querySelector("[data-install]").hidden = !said.install;
  }

  function heard() {
    if (box.isConnected) draw();
    else document.removeEventListener("ld:outbox", heard);
  }

  document.addEventListener("ld:outbox", heard);
  await draw();
}

async function standing() {
  try {
    const outbox = await openOutbox();
    const [room, rows] = await Promise.all([roomHere(), outbox.queue.rows()]);
    return { ...room, waiting: rows.length };
  } catch (error) {
    if (!(error instanceof CannotKeep)) throw error;
    return { cannot: error.words };
  }
}
