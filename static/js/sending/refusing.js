// Showing a refusal where the person is: a summary above, a sentence under each field, nothing typed lost.

import { Refused } from "./send.js";

/** `fields` of the problem name inputs by their name; what matches no input goes into the summary. */
export function showRefusal(form, { title, detail, clause, fields = {} }) {
  clearRefusal(form);
  const unplaced = Object.entries(fields).filter(([name, sentence]) => !underField(form, name, sentence));
  const lines = [detail, clause, ...unplaced.map(([, sentence]) => sentence)].filter(Boolean);
  summaryOf(form).replaceChildren(...notice(title, [...new Set(lines)]));
  const first = form.querySelector('[aria-invalid="true"]') ?? summaryOf(form);
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

/** What went wrong with a sending, as `showRefusal` tells it; `failed` says what did not happen where nobody answered. */
export function problemOf(error, failed) {
  if (error instanceof Refused) return error.problem;
  return { title: `没有网络，${failed}`, detail: "你选的都还在，连上后再按一次。" };
}

export function clearRefusal(form) {
  summaryOf(form).replaceChildren();
  for (const said of form.querySelectorAll("[data-refusal]")) said.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.classList.remove("ld-input_bad");
    describe(input, (id) => !id.endsWith("-refusal"));
  }
}

function underField(form, name, sentence) {
  const input = [...form.elements].find((each) => each.name === name && each.type !== "hidden" && !each.disabled);
  if (!input) return false;
  const said = paragraph("ld-field__help ld-field__help_bad", sentence);
  said.dataset.refusal = name;
  said.id = `${input.id || name}-refusal`;
  input.setAttribute("aria-invalid", "true");
  describe(input, Boolean, said.id);
  input.classList.add("ld-input_bad");
  input.closest("details:not([open])")?.setAttribute("open", "");
  const field = input.closest(".ld-field") ?? input.parentElement;
  field.append(said);
  field.addEventListener("input", () => settle(input, said), { once: true });
  return true;
}

/** The field is being mended: what was said of it no longer holds. */
function settle(input, said) {
  said.remove();
  input.removeAttribute("aria-invalid");
  input.classList.remove("ld-input_bad");
  describe(input, (id) => id !== said.id);
}

/** Which texts describe the input: those that pass `stays`, and `more`. */
function describe(input, stays, ...more) {
  const ids = (input.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean).filter(stays);
  input.setAttribute("aria-describedby", [...ids, ...more].join(" "));
}

function summaryOf(form) {
  let place = form.querySelector("[data-summary]");
  if (!place) {
    place = document.createElement("div");
    place.dataset.summary = "";
    place.tabIndex = -1;
    form.prepend(place);
  }
  return place;
}

function notice(title, lines) {
  const box = document.createElement("section");
  box.className = "ld-refusal ld-refusal_box ld-refusal_words";
  box.setAttribute("role", "alert");
  const what = document.createElement("h2");
  what.className = "ld-refusal__what";
  what.textContent = title;
  box.append(what, ...lines.map((line) => paragraph("ld-refusal__why", line)));
  return [box];
}

function paragraph(name, words) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = words;
  return made;
}
