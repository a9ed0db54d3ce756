// From a form to the JSON the API takes. Pure but for the form it reads.

/**
 * Values of a form's controls by name. Dots nest (`position.lat`), `data-as` says the type:
 * number, boolean, list (every ticked box), moment (datetime-local at +08:00), now (the moment given).
 * What is empty or disabled is left out, unless the control says `data-empty="null"` or `data-empty="text"`.
 */
export function readForm(form, now = new Date()) {
  const values = {};
  const lists = new Map();
  for (const control of form.elements) {
    const { name, disabled, type, dataset } = control;
    if (!name || type === "submit") continue;
    if (dataset.as === "list") {
      if (disabled) continue;
      if (!lists.has(name)) lists.set(name, []);
      if (isGiven(control)) lists.get(name).push(control.value);
    } else if (dataset.as === "boolean") {
      if (!disabled && (type !== "radio" || control.checked)) put(values, name, booleanOf(control));
    } else if (!disabled && isGiven(control)) {
      put(values, name, valueOf(control.value, dataset.as, now));
    } else if (dataset.empty && !isPut(values, name)) {
      put(values, name, dataset.empty === "null" ? null : "");
    }
  }
  for (const [name, list] of lists) put(values, name, list);
  return values;
}

function isGiven(control) {
  const choice = control.type === "checkbox" || control.type === "radio";
  return (!choice || control.checked) && control.value.trim() !== "";
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

function isPut(values, name) {
  return name.split(".").reduce((inner, part) => inner?.[part], values) !== undefined;
}
