// From a form to the JSON the API takes. Pure but for the form it reads.

/**
 * Values of a form's enabled controls by name. Dots nest (`position.lat`), `data-as` says the type:
 * number, boolean, list (every ticked box), moment (datetime-local at +08:00), now (the moment of sending).
 * Empty values are left out, unless the control says `data-empty="null"` or `data-empty="text"`.
 */
export function readForm(form, now = new Date()) {
  const values = {};
  const lists = new Map();
  for (const control of form.elements) {
    if (!control.name || control.disabled || control.type === "submit") continue;
    const as = control.dataset.as ?? form.querySelector(`[data-name="${control.name}"]`)?.dataset.as;
    if (as === "list") {
      if (!lists.has(control.name)) lists.set(control.name, []);
      if (isGiven(control)) lists.get(control.name).push(control.value);
    } else if (as === "boolean") {
      if (control.type !== "radio" || control.checked) put(values, control.name, booleanOf(control));
    } else if (isGiven(control)) {
      put(values, control.name, valueOf(control.value, as, now));
    } else if (control.dataset.empty) {
      put(values, control.name, control.dataset.empty === "null" ? null : "");
    }
  }
  for (const [name, list] of lists) put(values, name, list);
  return values;
}

function isGiven(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked;
  return control.value.trim() !== "";
}

function booleanOf(control) {
  return control.type === "checkbox" ? control.checked : control.value === "true";
}

function valueOf(text, as, now) {
  if (as === "number") return Number(text);
  if (as === "moment") return `${text.length === 16 ? `${text}:00` : text}+08:00`;
  if (as === "now") return now.toISOString();
  return text.trim();
}

function put(values, name, value) {
  const path = name.split(".");
  const last = path.pop();
  const place = path.reduce((inner, part) => (inner[part] ??= {}), values);
  place[last] = value;
}
