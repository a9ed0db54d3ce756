// Showing a refusal where the person is: a summary above, a sentence under each field, nothing typed lost.

/** `fields` of the problem name inputs by their name; what matches no input goes into the summary. */
export function showRefusal(form, { title, detail, clause, fields = {} }) {
  clearRefusal(form);
  const lines = [detail, clause].filter(Boolean);
  for (const [name, sentence] of Object.entries(fields)) {
    if (!underField(form, name, sentence)) lines.push(sentence);
  }
  summaryOf(form).replaceChildren(...notice(title, lines));
  const first = form.querySelector('[aria-invalid="true"]') ?? summaryOf(form);
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

export function clearRefusal(form) {
  summaryOf(form).replaceChildren();
  for (const said of form.querySelectorAll("[data-refusal]")) said.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.classList.remove("ld-input_bad");
  }
}

function underField(form, name, sentence) {
  const input = form.elements.namedItem(name);
  const element = input instanceof RadioNodeList ? input[0] : input;
  if (!element || element.type === "hidden") return false;
  const said = document.createElement("p");
  said.className = "ld-field__help ld-field__help_bad";
  said.dataset.refusal = name;
  said.id = `${element.id || name}-refusal`;
  said.textContent = sentence;
  element.setAttribute("aria-invalid", "true");
  element.setAttribute("aria-describedby", said.id);
  element.classList.add("ld-input_bad");
  (element.closest(".ld-field") ?? element).append(said);
  return true;
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
  box.className = "ld-refusal ld-refusal_box";
  box.setAttribute("role", "alert");
  const what = document.createElement("h2");
  what.className = "ld-refusal__what";
  what.textContent = title;
  const why = lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.className = "ld-refusal__why";
    paragraph.textContent = line;
    return paragraph;
  });
  box.append(what, ...why);
  return [box];
}
