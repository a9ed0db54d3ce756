// Sends a form as JSON to the API (the same calls scripts and, later, the outbox make) and goes on when it is held.
// data-url with {new} where a fresh id belongs · data-method · data-next (an address, or "stay") · data-key: the act would
// add something when repeated, so it carries an Idempotency-Key that stays the same until it succeeds.

import { drop, keep } from "../drafts.js";
import { newId } from "../sending/device.js";
import { clearRefusal, showRefusal } from "../sending/refusing.js";
import { readForm } from "../sending/reading.js";
import { Refused, send } from "../sending/send.js";
import { tell } from "../tell.js";

export default function apiForm(form) {
  const key = form.dataset.key === undefined ? undefined : newId();
  let sending = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    form.setAttribute("aria-busy", "true");
    clearRefusal(form);
    try {
      await submit(form, key);
    } catch (error) {
      explain(form, error);
    } finally {
      sending = false;
      form.removeAttribute("aria-busy");
    }
  });
}

async function submit(form, key) {
  // Made once and left on the form: photos taken meanwhile already carry it, and a second try sends the same.
  const id = (form.dataset.id ||= newId());
  const { url, method = "POST", next = "" } = form.dataset;
  const record = await send(method, url.replace("{new}", id), method === "DELETE" ? undefined : readForm(form), { key });
  if (form.dataset.draft) forget(form);
  const sent = new CustomEvent("sent", { detail: record, bubbles: true, cancelable: true });
  if (!form.dispatchEvent(sent) || next === "stay") return;
  if (next) location.assign(next.replace("{new}", id));
  else location.reload();
}

/** The id of what is being written stays with its draft, so that photos taken for it still belong to it. */
function recalled(form) {
  const key = idKey(form);
  const id = (form.dataset.draft && sessionStorage.getItem(key)) || newId();
  if (form.dataset.draft) sessionStorage.setItem(key, id);
  return id;
}

function forget(form) {
  drop(form);
  sessionStorage.removeItem(idKey(form));
}

function idKey(form) {
  return `id:${form.dataset.draft}`;
}

function explain(form, error) {
  if (form.dataset.draft) keep(form);
  if (error instanceof Refused) {
    form.closest("dialog:not([open])")?.showModal();
    showRefusal(form, error.problem);
  } else {
    tell("没有网络，没有送出，你填的都还在。连上后再按一次");
  }
}
