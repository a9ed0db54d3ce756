// The lock of this phone (layout/_lock.html): what stands over a page nobody has touched for too long, in every tab, until the
// person gives their password. What is typed, a track, a call for help go on behind it. data-person, data-username; form: data-url.

import { lines } from "../assist/lines.js";
import { isShut, minutes } from "../lock/first.js";
import { isDue, untilDue } from "../lock/idle.js";
import { takeAway } from "../lock/keyring.js";
import { tryPassword } from "../lock/opening.js";
import { LockState } from "../lock/state.js";
import { whileBusy } from "../sending/busy.js";
import { carry } from "../sending/token.js";

const TOUCHES = ["pointerdown", "keydown", "input", "wheel", "touchmove"];
const TOUCH_EVERY_MS = 1_000;
const { dataset: page } = document.documentElement;

export default function lock(dialog) {
  if (minutes === 0) return;
  const { person, username } = dialog.dataset;
  const state = new LockState(person);
  const form = dialog.querySelector("form");
  const said = form.querySelector("[data-said]");
  let timer;
  let title;

  function shut() {
    page.locked = "";
    state.change({ locked: true });
    takeAway(person).catch(() => undefined);
    title = document.title;
    document.title = "本机锁上了 · 联动";
    drawNumbers(dialog, lines(person));
    dialog.showModal();
  }

  function open() {
    delete page.locked;
    form.reset();
    said.textContent = "";
    document.title = title;
    dialog.close();
    document.dispatchEvent(new Event("ld:unlocked"));
  }

  /** As it stands now, whichever tab made it so. */
  function look() {
    clearTimeout(timer);
    const now = state.read();
    const due = isDue(now, Date.now(), minutes);
    if (due && !dialog.open) shut();
    if (!due && dialog.open) open();
    if (!due) timer = setTimeout(look, untilDue(now, Date.now(), minutes));
  }

  /** Whoever touches it too late has not been here meanwhile. */
  function touched() {
    const now = state.read();
    if (isDue(now, Date.now(), minutes)) look();
    else if (Date.now() - now.active >= TOUCH_EVERY_MS) state.change({ active: Date.now() });
  }

  async function check() {
    said.textContent = "正在核对";
    const password = form.elements.namedItem("password").value;
    const answer = await tryPassword(state, { url: form.dataset.url, person, username, password });
    if (answer.said) said.textContent = answer.said;
    if (answer.open) carry(answer.open);
    if (answer.first) location.assign("/password");
    look();
    return Boolean(answer.first);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    whileBusy(form, check);
  });
  for (const name of TOUCHES) document.addEventListener(name, touched, { capture: true, passive: true });
  for (const name of ["visibilitychange", "resume"]) document.addEventListener(name, look);
  addEventListener("pageshow", look);
  addEventListener("storage", ({ key }) => key === state.key && look());
  // The way back of a phone closes a dialog whatever it is asked.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.addEventListener("close", () => isShut() && dialog.showModal());
  document.addEventListener("htmx:afterSwap", () => tellOfCall(dialog));
  tellOfCall(dialog);
  look();
}

/** Whom to call when there is more to it than 110. */
function drawNumbers(dialog, known) {
  const link = ({ name, what, phone }) => Object.assign(document.createElement("a"), { href: `tel:${phone}`, textContent: `打给${what}${name}`, className: "weui-btn weui-btn_default" });
  dialog.querySelector("[data-numbers]").replaceChildren(...known.map(link));
  dialog.querySelector("details").hidden = known.length === 0;
}

/** Somebody else's call rings on behind the lock. */
function tellOfCall(dialog) {
  dialog.querySelector("[data-ringing-behind]").hidden = document.querySelector("[data-ringing]") === null;
}
