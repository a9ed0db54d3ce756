// The same field was changed elsewhere: what stands there now is said under it in the words of the form, and the next
// try is made knowing of it.

import { lexiconOf, wordsOf } from "./lexicon.js";

/** A problem `changed_elsewhere` with sentences in place of values; any other problem as it is. */
export function withCurrent(form, problem) {
  if (problem.code !== "changed_elsewhere") return problem;
  form.elements.namedItem("base").value = problem.version;
  const lexicon = lexiconOf(form, Object.keys(problem.current));
  const said = Object.entries(problem.current).map(([name, value]) => [name, sentence(wordsOf(lexicon, name, value))]);
  const detail = "再按一次，就以你填的为准；要用别处的，照着改好再按。";
  return { ...problem, detail, fields: Object.fromEntries(said) };
}

const sentence = (words) => (words ? `别处已改成：${words}` : "已在别处改过");
