// A refused envelope goes back to the form it came from, filled as it was and with the reason above it: sent again, it is the same one.

import { giveBack } from "../drafts.js";

export function mend(outbox, { id, made_at, form, problem }) {
  giveBack(form.draft, form.values, problem);
  sessionStorage.setItem(`attempt:${outbox.person}:${form.draft}`, JSON.stringify({ id, at: made_at, mends: true }));
  location.assign(form.page);
}
