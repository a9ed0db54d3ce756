// The bar on every page: what this phone made today, how much of it the server holds, and why the rest waits. It stays away
// where nothing was made and nothing waits; a tick only once everything is there.

import { KeptCall } from "../assist/kept.js";
import { clockOf } from "../moments.js";
import { shellKept } from "../worker.js";

const WHY = {
  network: "没有网络，连上就送",
  signin: "登录过期，先存本机",
  token: "登录过期，先存本机",
  busy: "服务器忙，过一会儿再送",
  server: "服务器没有收好，过一会儿再送",
  receipt: "回执核对不上，还留在本机",
  unreadable: "有一项打不开，本人重新登录后再送",
};

export default function syncBar(bar) {
  const kept = new KeptCall(document.body.dataset.person);
  let told = null;
  const draw = () => told && show(bar, kept.waits ? withCall(told) : told);

  document.addEventListener("ld:outbox", ({ detail }) => {
    told = detail;
    draw();
  });
  // The call goes its own way, past the outbox.
  for (const heard of ["ld:call", "storage"]) addEventListener(heard, draw);
  shellKept().then(() => import("../outbox/start.js")).then(({ startOutbox }) => startOutbox());
}

/** A call for help the server does not have yet is the first of what waits. */
const withCall = (told) => ({ ...told, waiting: told.waiting + 1, total: told.total + 1, calls: 1 });

function show(bar, told) {
  const { waiting, sent, total, why } = told;
  bar.hidden = total === 0;
  bar.dataset.state = waiting === 0 ? "done" : "waiting";
  bar.classList.toggle("ld-sync_waiting", waiting > 0);
  bar.classList.toggle("ld-sync_off", waiting > 0 && why === "network");
  bar.querySelector("[data-what]").textContent = `${sent}/${total} 已发送`;
  bar.querySelector("[data-note]").replaceChildren(line(partsOf(told)));
  const progress = bar.querySelector("progress");
  Object.assign(progress, { value: sent, max: Math.max(1, total) });
  progress.setAttribute("aria-label", `已发送${sent}项，共${total}项`);
}

/** Each part with the dot before it, which goes where the line ends before it. */
function line(parts) {
  const made = document.createElement("span");
  made.className = "ld-sync__line";
  made.append(...parts.map((words) => Object.assign(document.createElement("span"), { className: "ld-sync__part", textContent: words })));
  return made;
}

/** What needs the person comes first. */
export function partsOf({ waiting, photos, refused, last, why, calls = 0 }) {
  const parts = [];
  if (calls > 0) parts.push("求助还没有送到");
  if (refused > 0) parts.push(`${refused}项被退回，需要你看`);
  if (photos > 0) parts.push(`${photos}张照片等待`);
  if (waiting > refused && why) parts.push(WHY[why]);
  if (last) parts.push(`上次\u00a0${clockOf(last)}`);
  return parts;
}
