// A refused envelope goes back to the form it came from, filled as it was: sent again, it is the same one.

import { giveBack } from "../drafts.js";

export function mend(outbox, { id, made_at, form }) {
  giveBack(form.draft, form.values);
  sessionStorage.setItem(`attempt:${outbox.person}:${form.draft}`, JSON.stringify({ id, at: made_at }));
  location.assign(form.page);
}
