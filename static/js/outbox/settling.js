// Two devices changed the same: what each of them says, and what is sent once the person has chosen. Pure.

import { labelIn, wordsOf } from "../sending/lexicon.js";

const NOT_CHANGES = new Set(["base", "made_at"]);

/** [{ label, words }] of what an envelope says, in the words of the form it was made in. */
export function contentOf({ body, form }) {
  if (!form?.lexicon) return [];
  const told = Object.entries(body).map(([name, value]) => ({ label: labelIn(form.lexicon, name), words: wordsOf(form.lexicon, name, value) }));
  return told.filter(({ label, words }) => label && words);
}

/** [{ name, label, mine, theirs, whose }] of the fields both changed; none where something else is wrong with it. */
export function clashesOf({ body, form, problem }) {
  if (problem?.code !== "changed_elsewhere" || !form?.lexicon) return [];
  return Object.entries(problem.current).map(([name, theirs]) => ({
    name,
    label: labelIn(form.lexicon, name),
    mine: wordsOf(form.lexicon, name, body[name]),
    theirs: wordsOf(form.lexicon, name, theirs),
    whose: problem.fields[name],
  }));
}

/** The change once only the clashing fields `mine` are insisted on, knowing of what stands there; null where nothing is left of it. */
export function settled({ body, problem }, mine) {
  const kept = Object.entries(body).filter(([name]) => !(name in problem.current) || mine.includes(name));
  if (kept.every(([name]) => NOT_CHANGES.has(name))) return null;
  return { ...Object.fromEntries(kept), base: problem.version };
}
