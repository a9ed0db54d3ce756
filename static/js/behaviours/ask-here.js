// 归谁管 where there is no network: what is typed is asked of the list this phone keeps, and answered in the same place.
// On the template of the answers: data-form (the form that asks), data-place (where answers stand), data-list (the list's address).

import { Asking } from "../matters/asking.js";

const SURE = 5;
const NEAR = 6;

export default function askHere(template) {
  const { form, place, list } = template.dataset;
  let asking;

  async function kept() {
    const answer = await fetch(list, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return new Asking(await answer.json());
  }

  document.querySelector(form).addEventListener("htmx:sendError", async (event) => {
    event.stopPropagation();
    const words = new FormData(event.currentTarget).get("q").trim();
    asking ??= await kept().catch(() => null);
    const drawn = asking ? answers(template.content, words, asking.ask(words)) : [part(template.content, "nothing")];
    document.querySelector(place).replaceChildren(...drawn);
  });
}

function answers(parts, words, found) {
  const sure = found.filter(({ sure: isSure }) => isSure).slice(0, SURE);
  const near = found.filter((each) => !sure.includes(each)).slice(0, NEAR);
  const drawn = [...sure, ...near].map(({ item, sure: isSure }) => answer(parts, item, isSure));
  const none = found.length === 0 && words ? [part(parts, "none", { words })] : [];
  return [part(parts, "told"), ...drawn, ...none];
}

function answer(parts, item, isSure) {
  const drawn = part(parts, "answer", { ...item, matter: `${item.code} ${item.name}` });
  drawn.querySelector('[data-fill="todo"]').parentElement.hidden = !isSure;
  const call = drawn.querySelector("[data-call]");
  call.hidden = !item.phone;
  call.href = `tel:${item.phone}`;
  return drawn;
}

/** A copy of the part of that name, its holes filled. */
function part(parts, name, values = {}) {
  const drawn = parts.querySelector(`[data-part="${name}"]`).cloneNode(true);
  for (const hole of drawn.querySelectorAll("[data-fill]")) hole.textContent = values[hole.dataset.fill] ?? "";
  return drawn;
}
