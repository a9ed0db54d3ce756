// 归谁管 where there is no network: what is typed is asked of the list this phone keeps, and answered in the same place.

import { answerFromKept, part } from "../matters/kept.js";

const SURE = 5;
const NEAR = 6;

export default function askHere(template) {
  answerFromKept(template, (asking, words) => answers(template, words, asking.ask(words)));
}

function answers(template, words, found) {
  const sure = found.filter(({ sure: isSure }) => isSure).slice(0, SURE);
  const near = found.filter((each) => !sure.includes(each)).slice(0, NEAR);
  const drawn = [...sure, ...near].map(({ item, sure: isSure }) => answer(template, item, isSure));
  const none = found.length === 0 && words ? [part(template, "none", { words })] : [];
  return [part(template, "told"), ...drawn, ...none];
}

function answer(template, item, isSure) {
  const drawn = part(template, "answer", { ...item, matter: `${item.code} ${item.name}` });
  drawn.querySelector('[data-fill="todo"]').parentElement.hidden = !isSure;
  const call = drawn.querySelector("[data-call]");
  call.hidden = !item.phone;
  call.href = `tel:${item.phone}`;
  return drawn;
}
