// Signing in where a township locks its phones: with the server's yes this phone keeps what opens its lock without a network, for
// here alone the password is at hand. data-url: where the session is opened · data-next: where to then.

import { keepFor } from "../lock/opening.js";
import { LockState } from "../lock/state.js";
import { whileBusy } from "../sending/busy.js";
import { showRefusal } from "../sending/refusing.js";
import { openSession } from "../sending/session.js";

const NOBODY = { title: "没有网络，没有登录", detail: "你填的都还在，连上后再按一次。" };

export default function signIn(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    whileBusy(form, async () => {
      const problem = await enter(form);
      if (problem) showRefusal(form, problem);
      return !problem;
    });
  });
}

/** The problem there was; nothing when the page goes on. */
async function enter({ dataset, elements }) {
  const [username, password] = ["username", "password"].map((name) => elements.namedItem(name).value);
  const answer = await openSession(dataset.url, username, password);
  if (!answer) return NOBODY;
  if (!answer.ok) return answer.told;
  if (answer.told.must_change_password) return location.assign("/password");
  await keepFor(answer.told.id, password);
  new LockState(answer.told.id).open();
  return location.assign(dataset.next || "/");
}
