// What a choice on the finding form asks for next: nothing found needs no category, an order needs a re-check date, an
// exercise of power needs its two officers. Hidden parts are disabled, so that they are not sent.

const POWER = new Set(["ordered", "summary_penalty", "case"]);

export default function findingChoices(form) {
  function look() {
    const nothing = form.elements.nothing_found.checked;
    const chosen = form.elements.disposition?.value ?? "";
    for (const part of form.querySelectorAll("[data-when-something]")) toggle(part, !nothing);
    for (const part of form.querySelectorAll("[data-when-nothing]")) toggle(part, nothing);
    for (const part of form.querySelectorAll("[data-when-ordered]")) toggle(part, !nothing && chosen === "ordered");
    for (const part of form.querySelectorAll("[data-when-power]")) toggle(part, !nothing && POWER.has(chosen));
  }

  form.addEventListener("change", look);
  look();
}

function toggle(part, shown) {
  part.hidden = !shown;
  for (const control of part.querySelectorAll("input, select, textarea")) {
    control.disabled = control.closest("[hidden]") !== null;
  }
}
