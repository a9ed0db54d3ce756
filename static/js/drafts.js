// What is typed into a form with data-draft stays in this tab until the server has it: an expired session, a lost network
// or a wrong tap lose nothing. Kept per person; passwords, files and hidden fields are never kept.
//
// A draft that was submitted is marked as sent. A redirect to a page of a signed-in person is the server's yes: sent drafts
// go. A page without a person (sign-in, a refusal, the offline page) is its no: they count as unsent, and fill their form again.

const PREFIX = "draft:";
const SKIPPED = "[type=password], [type=file], [type=hidden], [type=submit], [data-no-draft]";

const keyOf = (form) => nameOf(form.dataset.draft);
const nameOf = (draft) => `${PREFIX}${document.body.dataset.person}:${draft}`;

const fields = (form) => [...form.elements].filter((field) => field.name && !field.matches(SKIPPED));

// What no finger typed but belongs to the moment it was made in: it comes back with what is mended, not with a draft.
const ofItsMoment = (form) => [...form.elements].filter((field) => field.matches("[data-of-its-moment]"));

const isChoice = (field) => field.matches("[type=checkbox], [type=radio]");

const valuesOf = (some) => some.map((field) => [field.name, field.value, isChoice(field) && field.checked]);

/** What stands in the form, as it is given back for mending. */
export const keptValues = (form) => valuesOf([...fields(form), ...ofItsMoment(form)]);

export function keep(form, sent = false) {
  sessionStorage.setItem(keyOf(form), JSON.stringify({ values: valuesOf(fields(form)), sent, problem: problemIn(form) }));
}

/** The form of that name finds these values (as keptValues gave them) when it is opened next, and why they were refused. */
export function giveBack(draft, values, problem) {
  sessionStorage.setItem(nameOf(draft), JSON.stringify({ values, sent: false, problem }));
}

/** Why the server refused what this form was given back to mend; nothing where it mends nothing. */
export const problemIn = (form) => JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}").problem;

/** Whether something was typed into it before. */
export const hasDraft = (form) => sessionStorage.getItem(keyOf(form)) !== null;

export function drop(form) {
  sessionStorage.removeItem(keyOf(form));
}

/** Puts back what was typed; true if anything differed from what the server drew. */
export function restore(form) {
  const waiting = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? '{"values": []}').values;
  return [...fields(form), ...ofItsMoment(form)].map((field) => putBack(field, waiting)).some(Boolean);
}

function putBack(field, waiting) {
  const choice = isChoice(field);
  const at = waiting.findIndex(([name, value]) => name === field.name && (!choice || value === field.value));
  if (at < 0) return false;
  const [[, value, checked]] = waiting.splice(at, 1);
  if (choice ? field.checked === checked : field.value === value) return false;
  if (choice) field.checked = checked;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/** Once per page, before any form asks for its draft. */
export function settleDrafts() {
  const accepted = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
  const signedIn = Boolean(document.body.dataset.person);
  if (signedIn && !accepted) return;
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX))) {
    const draft = JSON.parse(sessionStorage.getItem(key));
    if (!draft.sent) continue;
    if (signedIn) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify({ ...draft, sent: false }));
  }
}
