// From the JSON of the API into a form: the other way of reading.js. Pure but for the form it writes.

import { inChina } from "../moments.js";

const CHOICES = new Set(["checkbox", "radio"]);

/** Puts `value` into the controls of that name, of a nested one into those of its parts, and lets the form hear of it. */
export function putValue(form, name, value) {
  // What is heard of it may take buttons out of the form, and those behind them would be skipped.
  for (const control of [...form.elements]) {
    const { name: own, type } = control;
    const isPart = own.startsWith(`${name}.`);
    if (type === "submit" || (own !== name && !isPart)) continue;
    const given = isPart ? partOf(value, own.slice(name.length + 1)) : value;
    if (!putInto(control, given ?? null)) continue;
    for (const heard of ["input", "change"]) control.dispatchEvent(new Event(heard, { bubbles: true }));
  }
}

const partOf = (value, path) => path.split(".").reduce((inner, part) => inner?.[part], value);

/** Whether it says something else than before, or is the place where the value stands. */
function putInto(control, value) {
  if (!CHOICES.has(control.type)) {
    control.value = textOf(value, control);
    return true;
  }
  const before = control.checked;
  control.checked = isChosen(control, value);
  return control.checked || before;
}

function isChosen({ type, value: own, dataset }, value) {
  if (Array.isArray(value)) return value.map(String).includes(own);
  if (typeof value === "boolean" && type === "checkbox" && dataset.as === "boolean") return value;
  return String(value) === own;
}

/** A moment as its control takes it: at the clock of China. */
function textOf(value, { dataset, type }) {
  if (value === null) return "";
  if (dataset.as !== "moment") return String(value);
  return inChina(value).toISOString().slice(0, type === "datetime-local" ? 16 : 19);
}
