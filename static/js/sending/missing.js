// What a form still lacks before it is worth sending. Pure but for the form it reads.

/**
 * Sentences by field name: every enabled `required` control that is empty, and the group the form names by
 * `data-one-of` (the beginning of its names), of which at least one must be given (`data-one-of-words` says so).
 */
export function missingIn(form) {
  const controls = [...form.elements].filter((control) => control.name && !control.disabled);
  const lacking = controls.filter((control) => control.required && !isGiven(control, controls));
  const fields = Object.fromEntries(lacking.map((control) => [control.name, wordsFor(control)]));
  const { oneOf, oneOfWords } = form.dataset;
  const group = oneOf ? controls.filter((control) => control.name.startsWith(oneOf)) : [];
  if (group.length > 0 && !group.some((control) => isGiven(control, group))) fields[group[0].name] = oneOfWords;
  return fields;
}

function isGiven(control, among) {
  if (control.type === "radio") return among.some((each) => each.name === control.name && each.checked);
  if (control.type === "checkbox") return control.checked;
  return control.value.trim() !== "";
}

function wordsFor({ type }) {
  if (type === "radio" || type === "select-one") return "选一项";
  return ["date", "datetime-local", "time"].includes(type) ? "选一个时间" : "要填上";
}
