// The numbers to call when there is no network: asked for while there is one, kept on this phone for this person.

import { elapsed } from "../elapsed.js";
import { remember } from "../remember.js";

const FRESH_MS = 10 * 60_000;

const keyOf = (person) => `ld-lines-${person}`;

function kept(person) {
  return JSON.parse(localStorage.getItem(keyOf(person)) ?? "null");
}

/** [{ name, what, phone }], in the order they are to be called; none before there ever was a network. */
export function lines(person) {
  return kept(person)?.lines ?? [];
}

/** Asks anew where what is kept is old. */
export async function refreshLines(person, url) {
  if (elapsed(kept(person)?.at ?? 0, Date.now()) < FRESH_MS) return;
  const answer = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const { items } = await answer.json();
  remember(keyOf(person), JSON.stringify({ at: Date.now(), lines: items }));
}
