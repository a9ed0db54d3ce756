// Patrols that are only on this phone yet, on pages drawn without knowing of them (patrol/begun.js).

import { shellKept } from "../worker.js";

export default async function patrolsHere(section) {
  await shellKept();
  const { showBegun } = await import("../patrol/begun.js");
  await showBegun(section);
}
