// What an element says in its data-*: which record it is about, and the words for what it makes. Pure.

/** "patrol:ID" → { kind, id }; {new} stands for `id`. */
export function placeOf(text, id = "") {
  if (!text) return undefined;
  const [kind, own] = text.split(":");
  return { kind, id: own.replace("{new}", id) };
}

/** "发现：{category}" with the values of what is sent; what is not given leaves no colon behind. */
export function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values?.[name] ?? "").replace(/：$/, "");
}
