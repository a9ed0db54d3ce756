// 起草移送 from a finding that is only on this phone (/handoffs/here/ID): the form begins with what the outbox knows of it.

import { hasDraft } from "../drafts.js";
import { begunFrom } from "../handoffs/begun.js";
import { outboxHere } from "../outbox/outbox.js";

export default async function hereHandoff(form) {
  if (hasDraft(form)) return;
  const outbox = await outboxHere();
  const values = begunFrom(form.elements.finding.value, (await outbox?.queue.list()) ?? [], new Date());
  for (const control of form.elements) {
    if (control.name in values) put(control, values[control.name]);
  }
}

function put(control, value) {
  if (control.type === "checkbox") control.checked = value;
  else if (control.type === "radio") control.checked = control.value === value;
  else control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
