// What becomes of a form once it is pressed: asked for what it lacks, kept on this phone or sent, and where it leads from there
// (behaviours/api-form.js says what a form may ask for).

import { drop, keep } from "../drafts.js";
import { tell } from "../tell.js";
import { changesOf } from "./changes.js";
import { withCurrent } from "./elsewhere.js";
import { missingIn } from "./missing.js";
import { goOnward } from "./onward.js";
import { readForm } from "./reading.js";
import { clearRefusal, showRefusal } from "./refusing.js";
import { Refused, send, Unreachable } from "./send.js";

// Longer than what the server does for one form ever takes; the outbox has limits of its own.
const PATIENCE_MS = 60_000;

const FULL = {
  title: "手机存满了，没有存下",
  detail: "没有网络，也没有送出。你填的都还在：清理手机里别的东西，或连上网络，再按一次。",
};
const ARRIVED = {
  title: "刚才那次其实已经送到",
  detail: "后来改过的还没有送出。要另加一条，再按一次；不要，就返回看已经送到的。",
};

/** One tap: sent, or said on the page why not. Answers whether the page is being left. */
export async function submit(form, attempt) {
  if (asksForMore(form)) return false;
  clearRefusal(form);
  try {
    return goOn(form, attempt, await deliver(form, attempt));
  } catch (error) {
    explain(form, attempt, error);
    return false;
  }
}

/** Whether something is still to be filled in; then it is said and nothing is sent. */
function asksForMore(form) {
  const fields = missingIn(form);
  const count = Object.keys(fields).length;
  if (count === 0) return false;
  show(form, { title: `还有${count}处要填`, detail: "没有送出，你填的都还在。", fields });
  return true;
}

/** { held: record }, or { kept: true } where it waits on this phone. */
async function deliver(form, attempt) {
  const { method = "POST", key } = form.dataset;
  const url = form.dataset.url.replace("{new}", attempt.id);
  const once = key !== undefined || form.dataset.url.includes("{new}");
  const at = once || form.dataset.outbox ? attempt.begin() : new Date();
  const body = bodyOf(form, at);
  if (form.dataset.outbox) {
    const outbox = await import("../outbox/forms.js").catch(() => null);
    const outcome = await outbox?.holdForm(form, { id: attempt.id, at }, { method, url, body });
    if (outcome?.full) return sendPast(() => sendNow(attempt, { method, url, key }, body));
    if (outcome) return outcome;
  }
  return sendNow(attempt, { method, url, key }, body);
}

async function sendNow(attempt, { method, url, key }, body) {
  return { held: await send(method, url, body, { key: key === undefined ? undefined : attempt.id, patience: PATIENCE_MS }) };
}

/** The phone has no room for it: the server has it now, or nobody does. */
async function sendPast(sending) {
  try {
    return await sending();
  } catch (error) {
    throw error instanceof Unreachable ? new Refused(507, FULL) : error;
  }
}

function bodyOf(form, now) {
  if (form.dataset.method === "DELETE") return undefined;
  const values = readForm(form, now);
  return form.dataset.before ? changesOf(values, JSON.parse(form.dataset.before)) : values;
}

function goOn(form, attempt, { held, kept }) {
  attempt.done();
  if (form.dataset.draft) drop(form);
  if (kept) tell(form.dataset.kept ?? "已存在本机，有网络就送出");
  const sent = new CustomEvent("sent", { detail: held, bubbles: true, cancelable: true });
  const { next = "" } = form.dataset;
  if (!form.dispatchEvent(sent) || next === "stay") return false;
  if (kept && !next) return stayHere(form, attempt);
  if (next) goOnward(form, (kept ? whereKept(form, next) : next).replace("{new}", attempt.id));
  else location.reload();
  return true;
}

/** No page of what was made can be had before the server has it. */
const whereKept = ({ dataset }, next) => (next.includes("{new}") ? (dataset.nextKept ?? "/outbox") : next);

function stayHere(form, attempt) {
  form.closest("dialog")?.close();
  attempt.renew();
  return false;
}

/** A fault of ours is said to be one, and thrown on: it is no missing network. */
function explain(form, attempt, error) {
  if (form.dataset.draft) keep(form);
  if (error instanceof Unreachable) return tell("没有网络，没有送出，你填的都还在。连上后再按一次");
  if (!(error instanceof Refused)) {
    tell("这一页出了错，没有送出。先把写好的抄下，刷新后再试；还是不行，告诉管理员");
    throw error;
  }
  if (attempt.hadArrived(error.problem)) {
    attempt.renew();
    show(form, ARRIVED);
    return;
  }
  if (error.status < 500) attempt.refused();
  show(form, withCurrent(form, error.problem));
}

function show(form, problem) {
  form.closest("dialog:not([open])")?.showModal();
  showRefusal(form, problem);
}
