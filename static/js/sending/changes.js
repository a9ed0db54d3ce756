// Only what somebody changed is sent as a change: then what others changed meanwhile merges with it.

/** Those of `values` that differ from the record as the page was drawn; what `before` does not know (base) always. */
export function changesOf(values, before) {
  const changed = Object.entries(values).filter(([name, value]) => !(name in before) || !same(value, before[name]));
  return Object.fromEntries(changed);
}

/** Null, empty text and absent are one emptiness; the order of a crew means nothing. */
function same(a, b) {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(value) {
  if (value === "" || value === undefined) return null;
  if (Array.isArray(value)) return [...value].sort();
  if (value === null || typeof value !== "object") return value;
  const parts = Object.keys(value).sort().map((name) => [name, plain(value[name])]).filter(([, part]) => part !== null);
  return parts.length > 0 ? parts : null;
}
