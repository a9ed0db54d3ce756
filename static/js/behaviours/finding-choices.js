// What a choice on the finding form asks for next: nothing found needs no category, an order needs a re-check date, an
// exercise of power (data-power names those) its two officers. Hidden parts are disabled, so that they are not sent.

export default function findingChoices(form) {
  const exercising = new Set(form.dataset.power.split(" "));

  function look() {
    const nothing = form.elements.nothing_found.checked;
    const chosen = form.querySelector('[name="disposition"]:checked')?.value;
    const asked = {
      nothing,
      something: !nothing,
      ordered: !nothing && chosen === "ordered",
      power: !nothing && exercising.has(chosen),
    };
    for (const part of form.querySelectorAll("[data-when]")) part.hidden = !asked[part.dataset.when];
    for (const part of form.querySelectorAll("[data-when]")) enable(part);
  }

  form.addEventListener("change", look);
  form.addEventListener("input", look); // a draft that is put back
  look();
}

function enable(part) {
  for (const control of part.querySelectorAll("input, select, textarea")) {
    control.disabled = control.closest("[hidden]") !== null;
  }
}
