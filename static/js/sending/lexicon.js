// What a form calls its fields and their choices, so that values can be told in its words, also where the form is not. Pure but for
// the form it reads.

import { momentOf } from "../moments.js";

/** { name: { label, type, choices: { value: words } } } of the fields `names`, of a nested one by its parts (party.kind). */
export function lexiconOf(form, names) {
  const lexicon = {};
  for (const control of form.elements) {
    if (control.type === "hidden" || !names.includes(control.name.split(".")[0])) continue;
    const entry = (lexicon[control.name] ??= { label: labelOf(control), type: control.type, choices: {} });
    Object.assign(entry.choices, choicesOf(control));
  }
  return lexicon;
}

/** A value as the form would say it. */
export function wordsOf(lexicon, name, value) {
  if (value === null || value === undefined || value === "") return "空";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map((each) => worded(lexicon, name, each)).join("、") || "空";
  if (typeof value === "object") {
    const parts = Object.entries(value).filter(([part, inner]) => inner && lexicon[`${name}.${part}`]);
    return parts.map(([part, inner]) => worded(lexicon, `${name}.${part}`, inner)).join("，");
  }
  if (lexicon[name]?.type === "datetime-local") return momentOf(value);
  return worded(lexicon, name, value);
}

/** What a field is called; of a nested one, what its first part is called. */
export function labelIn(lexicon, name) {
  const part = Object.keys(lexicon).find((each) => each.startsWith(`${name}.`));
  return (lexicon[name] ?? lexicon[part])?.label ?? "";
}

const worded = (lexicon, name, value) => lexicon[name]?.choices[String(value)] || String(value);

function labelOf(control) {
  const label =
    control.closest(".ld-field")?.querySelector(".ld-field__label") ??
    document.getElementById(control.getAttribute("aria-labelledby"))?.querySelector("b");
  return label ? ownText(label) : "";
}

function choicesOf(control) {
  if (control.options) return Object.fromEntries([...control.options].map(({ value, text }) => [value, text]));
  const words = ["checkbox", "radio"].includes(control.type) && control.closest("label")?.querySelector("span");
  if (!words) return {};
  return { [control.value]: ownText(words) || ownText(words.querySelector("b") ?? words) };
}

const ownText = (element) =>
  [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join("");
