// Opening the lock: the server judges the password where it can be asked, else what lies on this phone does. No DOM.

import { wordsOf } from "../sending/answers.js";
import { openSession } from "../sending/session.js";
import { stillToWait, waitAfter } from "./idle.js";
import { arm, giveBack } from "./keyring.js";

const NOTHING_HERE = "没有网络，这个窗口还没有核对过你的密码，连上网络才能打开";
const WRONG = "密码不对，再试一次；忘记密码请管理员重设";

/** { open: csrf or null (opened without a network), first: whether the password must be changed } or { said: words }. */
export async function tryPassword(state, { url, person, username, password }) {
  const answer = await openSession(url, username, password);
  if (!answer) return tryHere(state, person, password);
  if (!answer.ok) return { said: whyNot(answer.told) };
  await keepFor(person, password);
  state.open();
  return { open: answer.told.csrf, first: answer.told.must_change_password };
}

/** Whose phone it is stands above: only the password can be wrong. */
function whyNot(told) {
  return told.code === "wrong_password" ? WRONG : wordsOf(told);
}

/** After the server's yes: with the same password it opens without a network from now on. */
export async function keepFor(person, password) {
  const isBack = await giveBack(person, password).catch(() => null);
  if (!isBack) await arm(person, password).catch(() => undefined); // where nothing can be kept, the server is asked each time
}

/** A try counts before it is judged: closing the page in between wins nothing. */
async function tryHere(state, person, password) {
  const { tries = 0, openAt = 0 } = state.read();
  const left = stillToWait(openAt, Date.now());
  if (left > 0) return { said: `试错太多次，${left}秒后再试` };
  const wait = waitAfter(tries + 1);
  state.change({ tries: tries + 1, openAt: Date.now() + wait * 1000 });
  const isBack = await giveBack(person, password).catch(() => null);
  if (isBack === null) return { said: NOTHING_HERE };
  if (!isBack) return { said: wait > 0 ? `密码不对，${wait}秒后再试` : "密码不对，再试一次" };
  state.open();
  return { open: null };
}
