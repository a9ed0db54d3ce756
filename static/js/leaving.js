// Whose this phone is, told to every tab: where somebody signs out, or somebody else comes, pages of the one before go from all of
// them. A form that keeps a draft is found again when they are back (drafts.js).

import { remember } from "./remember.js";

const HERE = "ld-here";

/** The pages of this person are in sight from now on, and nobody else's. */
export function comeHere(person) {
  if (localStorage.getItem(HERE) !== person) take(person);
  const known = localStorage.getItem(HERE);
  const look = () => localStorage.getItem(HERE) !== known && location.replace("/");
  addEventListener("storage", ({ key }) => key === HERE && look());
  // Brought back whole by the browser: it heard of nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && look());
}

/** The worker wipes at the door (sw/worker.js); it may not have been there. */
function take(person) {
  if (!remember(HERE, person)) localStorage.removeItem(HERE);
  import("./pocket/pages.js").then(({ forgetPages }) => forgetPages(person));
}

export const leaveHere = () => localStorage.removeItem(HERE);
