// Sends a GET form as soon as something is chosen, and 400 ms after typing; never while an input method is still
// composing a character. What was typed or chosen before this was there counts as well. Empty fields stay out of the address.

const TYPING_MS = 400;

export default function autoSubmit(form) {
  let timer;
  let composing = false;
  const send = () => {
    clearTimeout(timer);
    form.requestSubmit();
  };
  const later = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(send, TYPING_MS);
  };
  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => {
    composing = false;
    later();
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches("input[type=search], input[type=text]")) later();
  });
  form.addEventListener("change", (event) => {
    if (!event.target.matches("input[type=search], input[type=text]")) send();
  });
  form.addEventListener("htmx:configRequest", (event) => {
    for (const [name, value] of [...event.detail.formData]) if (value === "") event.detail.formData.delete(name);
  });
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
  if ([...form.querySelectorAll("input, select")].some(changed)) later();
}

function changed(field) {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.selectedOptions[0] !== given;
  }
  return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}
