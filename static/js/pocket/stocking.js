// Fetches beforehand what a phone shows where there is no network, one after the other, and again once it is old: where the worker
// keeps this person's pages (sw/store.js), so that it goes with them at sign-out.

import { breathe } from "../breathe.js";
import { elapsed } from "../elapsed.js";
import { mayComeLater } from "../sending/answers.js";
import { openPages } from "./pages.js";

const OLD_MS = 30 * 60_000;
const KEPT_AT = "Liandong-Kept-At";

/** `list` is the address that says what to keep: { pages, files }. Resolves to how many were fetched. */
export async function stock(person, list, now = Date.now()) {
  const cache = await openPages(person);
  const before = await cache.match(list);
  if (before && elapsed(Number(before.headers.get(KEPT_AT)), now) < OLD_MS) return 0;
  const { pages, files } = await fetch(list, { headers: { Accept: "application/json" } }).then((answer) => answer.json());
  let kept = 0;
  for (const address of [...pages, ...files]) {
    await breathe();
    const answer = await fetch(address, { headers: { Accept: "text/html, application/json" } });
    // The page is there: this round ends, as where the line breaks off, and the next one has it.
    if (mayComeLater(answer.status)) throw new Error(String(answer.status));
    if (!belongs(answer, person, files.includes(address))) continue;
    await cache.put(address, answer); // a line that breaks off in the middle ends the round, and is heard of here
    kept += 1;
  }
  await cache.put(list, new Response(JSON.stringify({ pages, files }), { headers: { [KEPT_AT]: String(now) } }));
  return kept;
}

/** Drawn for this person and meant to be kept; a sign-in page that came instead is not. */
function belongs({ ok, redirected, headers }, person, isFile) {
  if (!ok || redirected || headers.get("Liandong-Keep") === "no") return false;
  return isFile || headers.get("Liandong-Person") === person;
}
