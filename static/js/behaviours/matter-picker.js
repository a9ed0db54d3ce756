// Chooses a matter of the list in the dialog it opens. The code goes into the form; what it means is said beside it.
// With nothing typed yet, the dialog asks for what the form says was seen (its category). data-lists: whose list each addressee has,
// where there are several.

export default function matterPicker(element) {
  const dialog = document.getElementById(element.dataset.dialog);
  const asking = dialog.querySelector("form");
  const code = element.querySelector("input");
  const words = element.querySelector("[data-matter-words]");
  const verdict = element.querySelector("[data-matter-verdict]");
  const clear = element.querySelector("[data-matter-clear]");
  const nothing = "还没有选";
  const lists = JSON.parse(element.dataset.lists ?? "{}");

  function take(chosen) {
    code.value = chosen.code ?? "";
    code.dispatchEvent(new Event("input", { bubbles: true })); // what keeps the draft listens to it
    words.textContent = chosen.words ?? nothing;
    verdict.textContent = chosen.verdict ?? "";
  }

  element.querySelector("[data-matter-open]").addEventListener("click", () => {
    if (!asking.elements.q.value) asking.elements.q.value = seen(code.form);
    const list = lists[addressee(code.form)?.value];
    if (list) asking.elements.township.value = list;
    dialog.showModal();
    asking.dispatchEvent(new Event("asked")); // htmx asks on it; without htmx nothing leads away from the form
  });
  clear.addEventListener("click", () => take({}));
  dialog.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-code]");
    if (!choice) return;
    take(choice.dataset);
    address(code.form, choice.dataset.unit);
    dialog.close();
  });
  // A draft that is put back, before or after this is attached, knows the code only.
  function recall() {
    words.textContent = code.value || nothing;
    clear.hidden = !code.value;
  }

  code.addEventListener("input", recall);
  if (code.value !== code.defaultValue) recall();
}

/** Whoever punishes it is whom it goes to, where the form asks for that and nobody has been chosen. */
function address(form, unit) {
  const asked = addressee(form);
  if (!asked || asked.value || ![...asked.options].some(({ value }) => value && value === unit)) return;
  asked.value = unit;
  asked.dispatchEvent(new Event("input", { bubbles: true }));
}

const addressee = (form) => [...form.querySelectorAll('select[name="to_unit"]')].find((select) => !select.closest("[hidden]"));

const seen = (form) => form.querySelector('[name="category"]:checked:not(:disabled)')?.value ?? "";
