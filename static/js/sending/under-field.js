// What a refusal says of one field: with its icon under the field, the field framed, both gone once it is being mended.

const SVG = "http://www.w3.org/2000/svg";
const SAID = "[data-refusal], [data-beside]";
const CHOICES = new Set(["checkbox", "radio"]);

/** Says `sentence` under the field of that name, and puts `beside` there (acts), if any. Answers the field's control, null where the
 * form has none to be seen. */
export function sayUnder(form, name, sentence, beside) {
  const input = [...form.elements].find((each) => each.name === name && each.type !== "hidden" && !each.disabled);
  if (!input) return null;
  const field = input.closest(".ld-field") ?? input.parentElement;
  const said = saidOf(input, name, sentence);
  if (beside) beside.dataset.beside = "";
  input.setAttribute("aria-invalid", "true");
  describe(input, Boolean, said.id);
  (CHOICES.has(input.type) ? field : input).classList.add(badOf(input));
  input.closest("details:not([open])")?.setAttribute("open", "");
  put(field, [said, beside].filter(Boolean));
  field.addEventListener("input", () => settle(input, field), { once: true });
  return input;
}

/** Nothing is said any more in `form`. */
export function unsay(form) {
  for (const said of form.querySelectorAll(SAID)) said.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) mended(input, input.closest(".ld-field") ?? input.parentElement);
}

function settle(input, field) {
  for (const said of field.querySelectorAll(SAID)) said.remove();
  mended(input, field);
}

function mended(input, field) {
  input.removeAttribute("aria-invalid");
  for (const each of [input, field]) each.classList.remove("ld-input_bad", "ld-field_bad");
  describe(input, (id) => !id.endsWith("-refusal"));
}

const badOf = ({ type }) => (CHOICES.has(type) ? "ld-field_bad" : "ld-input_bad");

/** Of a long choice (a whole crew) it stands before the choices: behind them nobody would see it. */
function put(field, parts) {
  const folded = field.querySelector(":scope > details");
  if (folded) field.querySelector(":scope > legend").after(...parts);
  else field.append(...parts);
}

function saidOf(input, name, sentence) {
  const said = document.createElement("p");
  const words = document.createElement("span");
  said.className = "ld-field__help ld-field__help_bad";
  said.dataset.refusal = name;
  said.id = `${input.id || name}-refusal`;
  words.append(alertIcon(), sentence);
  said.append(words);
  return said;
}

/** As shared/icons.html draws it. */
function alertIcon() {
  const icon = document.createElementNS(SVG, "svg");
  const shapes = [["circle", { cx: 12, cy: 12, r: 9 }], ["path", { d: "M12 7v6M12 16.5v.2" }]];
  for (const [tag, given] of [["svg", { class: "ld-i", viewBox: "0 0 24 24", "aria-hidden": "true" }], ...shapes]) {
    const shape = tag === "svg" ? icon : icon.appendChild(document.createElementNS(SVG, tag));
    for (const [name, value] of Object.entries(given)) shape.setAttribute(name, value);
  }
  return icon;
}

/** Which texts describe the input: those that pass `stays`, and `more`. */
function describe(input, stays, ...more) {
  const ids = (input.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean).filter(stays);
  input.setAttribute("aria-describedby", [...ids, ...more].join(" "));
}
