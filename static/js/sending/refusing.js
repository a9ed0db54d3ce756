// Showing a refusal where the person is: a summary above that names each field and leads to it, a sentence under each, nothing typed lost.

import { labelIn, lexiconOf } from "./lexicon.js";
import { Refused } from "./send.js";
import { sayUnder, unsay } from "./under-field.js";

/**
 * `fields` of the problem name inputs by their name; what matches no input goes into the summary. `beside` holds acts that stand with
 * the sentence of a field, by its name.
 */
export function showRefusal(form, { title, detail, clause, fields = {}, beside = {} }) {
  clearRefusal(form);
  const told = Object.entries(fields).map(([name, sentence]) => ({ name, sentence, input: sayUnder(form, name, sentence, beside[name]) }));
  const unplaced = told.filter(({ input }) => !input).map(({ sentence }) => sentence);
  const lines = [detail, clause, ...unplaced].filter(Boolean);
  const links = told.filter(({ input }) => input).map(({ name, sentence, input }) => linkTo(form, input, name, sentence));
  const summary = summaryOf(form);
  summary.replaceChildren(notice(title, [...new Set(lines)], links));
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "center" });
}

/** What went wrong with a sending, as `showRefusal` tells it; `failed` says what did not happen where nobody answered. */
export function problemOf(error, failed) {
  if (error instanceof Refused) return error.problem;
  return { title: `没有网络，${failed}`, detail: "你选的都还在，连上后再按一次。" };
}

export function clearRefusal(form) {
  summaryOf(form).replaceChildren();
  unsay(form);
}

function linkTo(form, input, name, sentence) {
  const link = document.createElement("a");
  const label = labelIn(lexiconOf(form, [name.split(".")[0]]), name);
  link.href = `#${input.id || name}-refusal`;
  link.textContent = label ? `${label}：${sentence}` : sentence;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    input.focus({ preventScroll: true });
    (input.closest(".ld-field") ?? input).scrollIntoView({ block: "nearest" });
  });
  return link;
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

function notice(title, lines, links) {
  const box = document.createElement("section");
  box.className = "ld-refusal ld-refusal_box ld-refusal_words";
  box.setAttribute("role", "alert");
  box.append(element("h2", "ld-refusal__what", title), ...lines.map((line) => element("p", "ld-refusal__why", line)));
  if (links.length > 0) box.append(element("ul", "ld-refusal__list", ...links.map((link) => element("li", "", link))));
  return box;
}

function element(tag, name, ...inside) {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...inside);
  return made;
}
