// What was written in another form and not saved there goes along with this one: it would be lost once this one is done.
// data-along: the other's id. This one has a disabled input for each field it takes along, and one for `base`.

export default function along(form) {
  form.addEventListener("submit", () => take(form, document.getElementById(form.dataset.along)), { capture: true });
}

function take(form, other) {
  const { base, ...fields } = Object.fromEntries([...form.querySelectorAll("input[type=hidden]")].map((input) => [input.name, input]));
  const written = Object.values(fields).filter((input) => put(input, other?.elements[input.name]));
  base.disabled = written.length === 0;
  base.value = Math.max(base.value, other?.elements.base.value ?? 0); // a refusal told a newer one
}

function put(input, control) {
  const written = Boolean(control) && control.value !== control.defaultValue;
  input.disabled = !written;
  input.value = written ? control.value : "";
  if (written) input.dataset.empty = "text"; // what was emptied is sent as such (sending/reading.js)
  else delete input.dataset.empty;
  return written;
}
