// Whether a patrol runs, as far as this phone knows: as its page was drawn, and by what was made of it here since, which the
// server may not have heard of.

import { outboxHere } from "../outbox/outbox.js";
import { stateAfter } from "./made.js";

/** `hear(runs)` is called first and after each change; `drawn` is the state the page was drawn in. */
export async function followRunning(patrol, drawn, hear) {
  const outbox = await outboxHere();
  let [state, told] = [drawn, null];

  // What has been sent is waited for no longer, but it was done: the state goes on from there.
  async function look() {
    const made = (await outbox?.waitingFor({ kind: "patrol", id: patrol })) ?? [];
    state = stateAfter(state, patrol, made);
    const runs = state === "active";
    if (runs !== told) hear((told = runs));
  }

  let looking = look();
  outbox?.addEventListener("told", ({ detail }) => {
    if (detail.type === "changed") looking = looking.then(look);
  });
  return looking;
}
