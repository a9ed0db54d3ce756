// Before someone leaves this device: the pages kept for reading offline, what was typed in this tab, the numbers to call, the
// last place and the key of the outbox go. What has not been sent stays, sealed, and goes out when they are back; so does a call for
// help that has not arrived yet. Both are said before, in the dialog data-unsent names: [data-left-part] with the number, and
// [data-call-waits]. Their pages in other tabs go too.

import { KeptCall } from "../assist/kept.js";
import { leaveHere } from "../leaving.js";
import { forgetPages } from "../pocket/pages.js";
import { inTime } from "../sending/patience.js";
import { tell } from "../tell.js";

const DOOR = "/login";
const PATIENCE_MS = 8_000;
const NOT_YET = "没有网络，还没有退出：本机存的页面已清掉，连上网络再退一次";
const THEIRS = /^ld-(fix$|lines-|lock-|told-)/;

export default function signOut(form) {
  const dialog = document.getElementById(form.dataset.unsent);
  let agreed = false;

  dialog?.querySelector("[data-leave]").addEventListener("click", () => {
    agreed = true;
    form.requestSubmit();
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const left = agreed || !dialog ? null : await unsent();
    if (left && (left.envelopes > 0 || left.call)) return ask(dialog, left);
    await forgetAll();
    await leave(form);
  });
}

/** The server first: a tab that is told while the session still goes on would draw its page anew for the one who leaves. */
async function leave(form) {
  const asked = (signal) => fetch(form.action, { method: "POST", redirect: "manual", signal });
  const left = await inTime(PATIENCE_MS, asked).catch(() => null);
  if (!left) return tell(NOT_YET);
  leaveHere();
  if (left.type === "opaqueredirect" || left.status === 401) return location.assign(DOOR);
  return form.submit(); // the session still goes on: the browser says so
}

function ask(dialog, { envelopes, call }) {
  dialog.querySelector("[data-left]").textContent = envelopes;
  dialog.querySelector("[data-left-part]").hidden = envelopes === 0;
  dialog.querySelector("[data-call-waits]").hidden = !call;
  dialog.showModal();
}

/** How many envelopes wait here, none where this browser window keeps nothing; and whether a call for help does. */
async function unsent() {
  const { outboxHere } = await import("../outbox/outbox.js");
  const outbox = await outboxHere();
  const envelopes = outbox ? (await outbox.queue.rows()).length : 0;
  return { envelopes, call: new KeptCall(document.body.dataset.person).waits };
}

async function forgetAll() {
  delete document.body.dataset.pocket; // nothing is fetched beforehand any more, nor kept again behind our back
  sessionStorage.clear();
  for (const name of Object.keys(localStorage).filter((each) => THEIRS.test(each))) localStorage.removeItem(name);
  await forgetPages();
  await forgetKey();
}

/** Where the browser has no database there is no key either. */
async function forgetKey() {
  const [{ openDatabase }, { forgetKeys }] = await Promise.all([import("../outbox/database.js"), import("../outbox/keys.js")]);
  await openDatabase().then(forgetKeys, () => undefined);
}
