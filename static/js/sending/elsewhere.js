// The same field was changed elsewhere: whose words stand there now is said under it, in those of the form, with the two ways out of it, and
// the next try is made knowing of it. As long as one field is not left to the other, the button says whose value goes.

import { lexiconOf, wordsOf } from "./lexicon.js";
import { putValue } from "./putting.js";

const MINE = "以我的为准存下";

/** A problem `changed_elsewhere` with sentences in place of values, and acts beside them; any other problem as it is. */
export function withCurrent(form, problem) {
  const { code, current, version, fields } = problem;
  const base = form.elements.namedItem("base");
  if (code !== "changed_elsewhere" || !current || !base) return problem;
  base.value = version;
  const lexicon = lexiconOf(form, Object.keys(current));
  const said = Object.entries(current).map(([name, value]) => [name, sentence(fields[name], wordsOf(lexicon, name, value))]);
  const say = sayOnButton(form);
  const mine = new Set(Object.keys(current));
  const leave = (name) => mine.delete(name) && say(mine.size > 0);
  const acts = Object.entries(current).map(([name, value]) => [name, choices(form, name, value, () => leave(name))]);
  say(true);
  const detail = `每一处选用谁的。都不选，按“${MINE}”，就以你填的为准。`;
  return { ...problem, detail, fields: Object.fromEntries(said), beside: Object.fromEntries(acts) };
}

const sentence = (whose, words) => `${whose}：${words || "别的内容"}`;

function choices(form, name, value, left) {
  const acts = document.createElement("div");
  acts.className = "ld-btns ld-gap-top";
  const settled = () => acts.dispatchEvent(new Event("input", { bubbles: true }));
  const theirs = button("用别处的", () => {
    left();
    putValue(form, name, value);
    settled();
  });
  acts.append(theirs, button("用我的", settled));
  return acts;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "weui-btn weui-btn_default";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

/** A function that puts MINE on the one button that sends the form (true), or gives it its own words back. */
function sayOnButton(form) {
  const buttons = [...form.elements].filter(({ type }) => type === "submit");
  const text = buttons.length === 1 && [...buttons[0].childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()).pop();
  if (!text) return () => undefined;
  const own = (form.dataset.ownWords ??= text.data);
  form.addEventListener("sent", () => (text.data = own), { once: true });
  return (mine) => (text.data = mine ? MINE : own);
}
