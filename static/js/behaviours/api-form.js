// Sends a form as JSON to the API (the same calls scripts and the outbox make) and goes on when it is held (sending/submitting.js).
// data-url with {new} where a fresh id belongs · data-method · data-next (an address, or "stay") · data-before: the record
// as the page was drawn (only what differs is sent) · data-key: the act would add something when repeated ·
// data-one-of, data-one-of-words: a group of which one must be given (sending/missing.js) · data-outbox: what is made is kept on
// this phone first, and goes on from there (outbox/forms.js) · data-next-kept: where to while it is kept · data-kept: what is said then.

import { Attempt } from "../sending/attempt.js";
import { whileBusy } from "../sending/busy.js";
import { tell } from "../tell.js";
import { shellKept } from "../worker.js";

const NOT_ALL_HERE = "这一页没有取全，连上网络后刷新再试";

const submitting = () => import("../sending/submitting.js").catch(() => null);

export default function apiForm(form) {
  const attempt = new Attempt(form);
  // What a tap takes comes with the shell, or with a tap before that: a first visit only looks at its forms.
  shellKept().then(submitting);

  form.addEventListener("takeup", ({ detail: id }) => attempt.takeUp(id));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    whileBusy(form, async () => {
      const here = await submitting();
      if (here) return here.submit(form, attempt);
      tell(NOT_ALL_HERE);
      return false;
    });
  });
}
