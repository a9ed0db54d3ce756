// Parts of a form that belong to a choice: data-when="name=value", or data-when="name" for a switch. What does not apply is
// hidden and not sent; what was typed there stays.

export default function followChoices(form) {
  const parts = [...form.querySelectorAll("[data-when]")];
  const follow = () => {
    for (const part of parts) show(part, applies(form, part.dataset.when));
  };
  form.addEventListener("change", follow);
  follow();
}

function applies(form, when) {
  const [name, value] = when.split("=");
  const controls = [...form.elements].filter((control) => control.name === name);
  const chosen = controls.filter((control) => (control.type === "checkbox" || control.type === "radio" ? control.checked : control.value));
  return chosen.some((control) => value === undefined || control.value === value);
}

function show(part, applying) {
  part.hidden = !applying;
  for (const control of part.querySelectorAll("input, select, textarea")) control.disabled = !applying;
}
