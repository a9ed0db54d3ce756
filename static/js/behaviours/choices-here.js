// The dialog that offers matters where there is no network: from the list this phone keeps, the likeliest for what was typed, the
// beginning of the list for nothing.

import { answerFromKept, part } from "../matters/kept.js";

const OFFERED = 12;

export default function choicesHere(template) {
  answerFromKept(template, (asking, words) => {
    const found = (words ? asking.ask(words).map(({ item }) => item) : asking.items).slice(0, OFFERED);
    const offered = found.length > 0 ? found.map((item) => choice(template, item)) : [part(template, "none", { words })];
    return [part(template, "told"), ...offered];
  });
}

function choice(template, item) {
  const { code, name, verdict } = item;
  const drawn = part(template, "choice", item);
  Object.assign(drawn.dataset, { code, verdict, words: `${code} ${name}` });
  return drawn;
}
