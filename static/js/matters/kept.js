// The list of matters this phone keeps, asked where nobody answers a form of ours. The element is a template of parts (data-part,
// with holes data-fill) that says which form asks (data-form), where answers stand (data-place) and where the list is (data-list).

import { Asking } from "./asking.js";

/** `draw(asking, words)` gives the nodes of an answer; the part "nothing" stands in where no list was kept. */
export function answerFromKept(template, draw) {
  const { form, place, list } = template.dataset;
  let asking;

  document.querySelector(form).addEventListener("htmx:sendError", async (event) => {
    event.stopPropagation();
    const words = event.currentTarget.elements.q.value.trim();
    asking ??= await kept(list).catch(() => null);
    const drawn = asking ? draw(asking, words) : [part(template, "nothing")];
    document.querySelector(place).replaceChildren(...drawn);
  });
}

/** A copy of the part of that name, its holes filled. */
export function part(template, name, values = {}) {
  const drawn = template.content.querySelector(`[data-part="${name}"]`).cloneNode(true);
  for (const hole of drawn.querySelectorAll("[data-fill]")) hole.textContent = values[hole.dataset.fill] ?? "";
  return drawn;
}

async function kept(list) {
  const answer = await fetch(list, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new Asking(await answer.json());
}
