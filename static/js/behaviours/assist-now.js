// The call of this phone until the server has it: the dialog that makes it, the bar that stays in sight ([data-call-bar]), and
// what goes without a network (numbers and a short message with the text filled in). data-url and data-next with {new},
// data-about: the records the page is about (patrol:ID finding:ID), data-lines: where the numbers are, data-who: whose call.

import { isOver, KeptCall } from "../assist/kept.js";
import { lines, refreshLines } from "../assist/lines.js";
import { ways } from "../assist/ways.js";
import { clock } from "../assist/words.js";
import { holding } from "../holding.js";
import { isShut } from "../lock/first.js";
import { agree } from "../patrol/permission.js";
import { knownFix } from "../patrol/position.js";
import { newId } from "../sending/device.js";
import { tell } from "../tell.js";

const LINES_AFTER_MS = 3_000;
const OFF_S = 2;
const UNREACHED = "之前的支援已经发出；现在连不上网，不知道结束了没有。用电话和短信";

export default function assistNow(dialog) {
  const { person } = document.body.dataset;
  const kept = new KeptCall(person);
  const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
  let keeping;

  function show(name) {
    for (const each of dialog.querySelectorAll("[data-part]")) each.hidden = each.dataset.part !== name;
    if (!dialog.open) dialog.showModal();
  }

  async function raise({ detail: said }) {
    if (kept.call?.held && !isShut()) return await goTo(kept.call, said);
    if (!kept.call) kept.put(newCall(dialog, said));
    agree();
    show("calling");
    goOn();
  }

  /** The call this phone made before: shown where it goes on; where it has ended since, this is another one. Without a network
   * nobody knows: the numbers, and another call if they want one. */
  async function goTo(call, said) {
    const over = await isOver(call.url);
    if (over === false) return location.assign(call.next);
    if (over) return anew(said);
    show("calling");
    draw(dialog, kept, { unreached: true });
    dialog.querySelector("[data-anew]").onclick = () => anew(said);
  }

  function anew(said) {
    kept.put(newCall(dialog, said));
    agree();
    show("calling");
    draw(dialog, kept, {});
    if (keeping) keeping.turn();
    else goOn();
  }

  /** Sends what is kept, and where this phone is, in one tab at a time. */
  async function goOn() {
    const { call } = kept;
    if (!call) return;
    draw(dialog, kept, { tries: call.tries, refused: call.refused });
    const { Keeping } = await import("../assist/keeping.js");
    keeping ??= new Keeping(kept, (news) => hear(news));
    keeping.run();
  }

  function hear(news) {
    draw(dialog, kept, news);
    if (news.held && dialog.open && !isShut()) location.assign(kept.call.next);
    if (news.off) {
      dialog.close();
      tell("已撤回");
    }
  }

  dialog.addEventListener("ask", (event) => {
    if (kept.call) return raise(event);
    dialog.querySelector("[data-raise]").onclick = () => raise(event);
    show("ask");
  });
  dialog.addEventListener("raise", raise);
  dialog.querySelector("[data-again]").addEventListener("click", () => keeping?.hurry());
  // What another tab found out.
  window.addEventListener("storage", ({ key }) => key === kept.key && draw(dialog, kept, {}));
  bar().addEventListener("click", () => raise({ detail: {} }));
  takeBack(dialog, (reason) => {
    kept.change({ off: { reason, at: new Date().toISOString() }, refused: undefined });
    keeping?.hurry();
    goOn();
  });
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

/** What is true of the call at this moment, in the dialog and in the bar. Never more than the server has said. */
function draw(dialog, kept, { tries = 0, next, refused, unreached = false }) {
  const { call } = kept;
  bar().hidden = !call || location.pathname === call.next;
  if (!call) return;
  const words = unreached ? UNREACHED : stateOf(call, tries, refused);
  bar().querySelector("[data-words]").textContent = words;
  bar().classList.toggle("ld-sync_call", !call.held);
  dialog.querySelector("[data-said]").textContent = words;
  dialog.querySelector("[data-retry]").textContent = tries > 0 && !refused ? retryWords(kept, tries, next) : "";
  dialog.querySelector("[data-again]").hidden = tries === 0;
  dialog.querySelector("[data-anew]").hidden = !unreached;
  dialog.querySelector("[data-ways]").replaceChildren(...ways(call, dialog, lines(document.body.dataset.person)));
}

function stateOf(call, tries, refused) {
  if (call.off) return "正在撤回";
  if (refused) return `支援没有发出去：${refused.title}。用电话和短信`;
  if (call.held) return isShut() ? "支援已经发出，打开本机看谁来了" : "支援进行中";
  return tries === 0 ? "正在发出支援" : "支援还没有发出去。用电话和短信，连上网会自动发";
}

function retryWords({ call, unkept }, tries, next) {
  const lies = unkept ? "手机存满了，别关这一页" : "已存在本机，关掉页面也不会丢";
  const soon = next ? `，${Math.round(next / 1000)}秒后再试` : "";
  return `${clock(call.pressed)}按下，${lies}。试了${tries}次${soon}。发出时带按下的时间。`;
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
