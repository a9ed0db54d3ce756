// The page of what this phone keeps: what waits, what was refused, what was sent and under which receipt, and the room left.

import { clockOf, momentOf } from "../moments.js";
import { exportAll } from "../outbox/export.js";
import { drawItems } from "../outbox/items.js";
import { CannotKeep, openOutbox } from "../outbox/outbox.js";
import { askToStay, roomHere } from "../outbox/room.js";
import { isLittle, roomText } from "../outbox/room-words.js";
import { tell } from "../tell.js";

export default async function outboxPage(page) {
  const find = (name) => page.querySelector(`[data-${name}]`);
  let outbox;
  showRoom(find);
  try {
    outbox = await openOutbox();
  } catch (error) {
    if (!(error instanceof CannotKeep)) throw error;
    find("cannot").hidden = false;
    find("cannot-words").textContent = error.words;
    return;
  }

  async function draw() {
    const opened = await outbox.queue.list();
    const waiting = [...(await outbox.queue.closed(opened)), ...opened];
    find("none").hidden = waiting.length > 0;
    find("some").hidden = waiting.length === 0;
    drawItems(find("list"), find("item"), outbox, waiting);
    drawReceipts(find, await outbox.queue.receipts());
  }

  find("all").addEventListener("click", () => outbox.hurry());
  find("export-all").addEventListener("click", () => exportAll(outbox));
  outbox.addEventListener("told", ({ detail }) => detail.type === "changed" && draw());
  await draw();
}

function drawReceipts(find, receipts) {
  find("none-sent").hidden = receipts.length > 0;
  find("sent").replaceChildren(...receipts.map((each) => drawn(find("receipt"), each)));
}

function drawn(template, { words, at, receipt }) {
  const line = template.content.firstElementChild.cloneNode(true);
  const [seq, head] = receipt.journal;
  line.querySelector("[data-words]").textContent = words;
  line.querySelector("[data-meta]").textContent = `服务器 ${momentOf(receipt.received_at)} 收到 · 本机 ${checkedAt(at, receipt.received_at)} 核对`;
  line.querySelector("[data-number]").textContent = `日志第${seq}号 · ${head.slice(0, 12)}`;
  return line;
}

/** The day is said once where it is the same. */
function checkedAt(at, receivedAt) {
  const [there, here] = [receivedAt, at].map(momentOf);
  const day = (moment) => moment.slice(0, -clockOf(at).length);
  return day(there) === day(here) ? clockOf(at) : here;
}

async function showRoom(find) {
  const { left, persisted } = await roomHere();
  find("room").textContent = left === null ? "浏览器不说" : roomText(left);
  find("little").hidden = !isLittle(left);
  const say = (stays) => {
    find("stays").hidden = !stays;
    for (const name of ["may-go", "stay"]) find(name).hidden = stays;
  };
  say(persisted);
  find("stay").addEventListener("click", async () => {
    const stays = await askToStay();
    say(stays);
    if (!stays) tell("浏览器没有答应。放到手机桌面后再试");
  });
}
