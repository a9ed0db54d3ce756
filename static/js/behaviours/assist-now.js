// The call of this phone until the server has it: the dialog that makes it, the bar that stays in sight ([data-call-bar]), and
// what goes without a network (numbers and a short message with the text filled in). data-url and data-next with {new},
// data-about: the records the page is about (patrol:ID finding:ID), data-lines: where the numbers are, data-who: whose call.

import { KeptCall } from "../assist/kept.js";
import { lines, refreshLines } from "../assist/lines.js";
import { isStale, isThere, meaning } from "../assist/pressing.js";
import { isTrying, retrying, standing } from "../assist/standing.js";
import { isOver } from "../assist/state.js";
import { showWays } from "../assist/ways.js";
import { holding } from "../holding.js";
import { isShut } from "../lock/first.js";
import { agree } from "../patrol/permission.js";
import { knownFix } from "../patrol/position.js";
import { newId } from "../sending/device.js";
import { tell } from "../tell.js";

const LINES_AFTER_MS = 3_000;
const OFF_S = 2;
const ENDED = "这次支援已经结束";

export default function assistNow(dialog) {
  const { person } = document.body.dataset;
  const kept = new KeptCall(person);
  const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
  let unreached = null; // this press, { body, pressed }, where nobody could say whether an earlier call goes on
  let keeping;

  function show(name) {
    for (const each of dialog.querySelectorAll("[data-part]")) each.hidden = each.dataset.part !== name;
    if (!dialog.open) dialog.showModal();
  }

  const acts = {
    new: anew,
    ask(said) {
      dialog.querySelector("[data-raise]").onclick = () => press("raise", said);
      show("ask");
    },
    show(said) {
      dialog.querySelector("[data-anew]").onclick = () => anew(said);
      show("calling");
      goOn();
    },
    // A locked phone shows no page.
    go: (said) => (isShut() ? acts.show(said) : location.assign(kept.call.next)),
    forget: () => tell(ENDED),
  };

  /** The server is asked about a call it has: it may have ended since this phone heard of it. */
  async function press(verb, said = {}) {
    const pressed = Date.now();
    const before = kept.call;
    const over = isThere(before) ? await isOver(before.url) : false;
    const { call } = kept;
    if (call?.id !== before?.id) return press(verb, said); // another press, here or in another tab, was first
    unreached = over === null ? { body: said, pressed } : null;
    const act = meaning(verb, call, over);
    if (over) forget(call);
    if (over && act === "ask") tell(ENDED);
    acts[act](said);
  }

  function forget({ id }) {
    kept.forget(id);
    keeping?.turn();
    redraw();
  }

  function anew(said) {
    unreached = null;
    kept.put(newCall(dialog, said));
    agree();
    show("calling");
    keeping?.turn();
    goOn();
  }

  /** Sends what is kept, and where this phone is, in one tab at a time. */
  async function goOn() {
    redraw();
    if (!kept.call || isStale(kept.call, Date.now())) return;
    const { Keeping } = await import("../assist/keeping.js");
    keeping ??= new Keeping(kept, hear);
    keeping.run();
  }

  const redraw = ({ next } = {}) => draw(dialog, kept, { next, unreached });

  function hear(news) {
    redraw(news);
    if (news.held && dialog.open && !isShut()) location.assign(kept.call.next);
    const shown = dialog.open && !part("calling").hidden;
    if (news.off) tell("已撤回");
    else if (news.ended || (!kept.call && shown)) tell(ENDED);
    if (!kept.call && shown) dialog.close();
  }

  /** Whoever takes back what has ended meanwhile has nothing to wait for. */
  function withdraw(reason) {
    unreached = null;
    const off = { reason, at: new Date().toISOString() };
    if (!kept.change(kept.call?.id, { off, tries: 0, refused: undefined })) return hear({ ended: true });
    keeping?.look();
    goOn();
  }

  dialog.addEventListener("ask", ({ detail }) => press("ask", detail));
  dialog.addEventListener("raise", ({ detail }) => press("raise", detail));
  bar().addEventListener("click", () => press("open"));
  dialog.querySelector("[data-again]").addEventListener("click", () => {
    keeping?.hurry({ tapped: true });
    goOn();
  });
  window.addEventListener("storage", ({ key }) => key === kept.key && hear({})); // what another tab found out
  dialog.addEventListener("close", () => {
    unreached = null; // who opens it again asks again
    redraw();
  });
  takeBack(dialog, withdraw);
  goOn();
  if (dialog.dataset.lines) setTimeout(refreshLines, LINES_AFTER_MS, person, dialog.dataset.lines);
}

const bar = () => document.querySelector("[data-call-bar]");

function newCall(dialog, said) {
  const { url, next, about } = dialog.dataset;
  const [id, pressed, fix] = [newId(), Date.now(), knownFix()];
  const at = new Date(pressed).toISOString();
  const position = fix && { lat: fix.lat, lon: fix.lon, accuracy_m: fix.accuracy_m, source: "gps", at: new Date(fix.time).toISOString() };
  const subjects = about.split(" ").filter(Boolean).map((each) => each.split(":"));
  const body = { severity: "emergency", ...Object.fromEntries(subjects), ...said, ...(position && { position }), at, made_at: at };
  return { id, url: url.replace("{new}", id), next: next.replace("{new}", id), body, pressed, tries: 0 };
}

/** What is true of the call at this moment, in the dialog and in the bar. Only what this page alone knows is handed over. */
function draw(dialog, kept, { next, unreached }) {
  const { call } = kept;
  bar().hidden = !call || location.pathname === call.next;
  if (!call) return;
  const stale = isStale(call, Date.now());
  const words = standing(call, { unreached: unreached !== null, shut: isShut(), stale });
  bar().querySelector("[data-words]").textContent = words;
  bar().classList.toggle("ld-sync_call", !call.held);
  dialog.querySelector("[data-said]").textContent = words;
  dialog.querySelector("[data-retry]").textContent = retrying(call, { next, unkept: kept.unkept !== null });
  dialog.querySelector("[data-again]").hidden = stale || (!isTrying(call) && !call.refused);
  dialog.querySelector("[data-anew]").hidden = unreached === null && !stale;
  showWays(dialog, unreached ?? call, lines(document.body.dataset.person));
}

function takeBack(dialog, act) {
  const button = dialog.querySelector("[data-take-back]");
  const words = button.querySelector("[data-hold-words]");
  const idle = words.textContent;
  const done = () => {
    const reason = dialog.querySelector('[name="off"]:checked')?.value;
    if (reason) act(reason);
    else tell("先选原因");
  };
  const finger = holding(button, OFF_S, {
    left: (seconds) => (words.textContent = seconds === null ? idle : `再按${seconds}秒`),
    done,
  });
  button.addEventListener("click", () => finger.touched || done());
}
