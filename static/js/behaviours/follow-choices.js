// Parts of a form that belong to a choice: data-when="name=value" (several values: any of them), data-when="name" for a
// switch that is on, "!name" for one that is off. What does not apply is hidden and not sent, with all that lies inside it;
// what was typed there stays.

export default function followChoices(form) {
  const parts = [...form.querySelectorAll("[data-when]")];
  const follow = () => {
    for (const part of parts) part.hidden = !applies(form, part.dataset.when);
    for (const part of parts) enable(part);
  };
  form.addEventListener("change", follow);
  form.addEventListener("input", follow); // a draft that is put back
  follow();
}

function applies(form, when) {
  const [name, values] = when.replace("!", "").split("=");
  const wanted = values?.split(" ");
  const chosen = [...form.elements].some((control) => control.name === name && isGiven(control) && (wanted?.includes(control.value) ?? true));
  return chosen !== when.startsWith("!");
}

function isGiven({ type, checked, value }) {
  return type === "checkbox" || type === "radio" ? checked : value !== "";
}

function enable(part) {
  for (const control of part.querySelectorAll("input, select, textarea")) {
    control.disabled = control.closest("[hidden]") !== null;
  }
}
