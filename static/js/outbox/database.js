// The phone's own database. Sealed where it says something; in clear only what ordering takes: id, person, after, kind, state,
// at, size, tries, next_at.

import { openDB } from "../../vendor/idb@8.0.4/index.js";

export const NAME = "liandong";

/**
 * From version 0 to 1, from 1 to 2 …: a phone that was away for a year walks through all of them. Each only adds: a page of the version
 * before, still open beside a new one, goes on with what it knows.
 */
export const UPGRADES = [
  function first(database) {
    database.createObjectStore("envelopes", { keyPath: "id" }).createIndex("person", "person");
    database.createObjectStore("pictures", { keyPath: "id" });
    database.createObjectStore("points", { keyPath: ["person", "patrol", "chunk"] });
    database.createObjectStore("sent", { keyPath: "id" }).createIndex("person", ["person", "at"]);
    database.createObjectStore("keys", { keyPath: "person" });
    database.createObjectStore("shelf", { keyPath: ["person", "name"] });
  },
  function withLocks(database) {
    database.createObjectStore("locks", { keyPath: "person" });
  },
];

export const DATABASE_VERSION = UPGRADES.length;

let opened;
const gone = new EventTarget();

/** `work` runs whenever the connection is lost: to the browser, or to a newer version of the product in another tab. */
export const whenGone = (work) => gone.addEventListener("gone", work);

/** One connection a page; made anew after it was lost. It is lost also where somebody deletes the database under the page. */
export function openDatabase() {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open() {
  const forget = () => {
    opened = undefined;
    gone.dispatchEvent(new Event("gone"));
  };
  const hooks = {
    blocking(_, __, event) {
      event.target.close();
      forget();
    },
    terminated: forget,
  };
  try {
    return await openDB(NAME, DATABASE_VERSION, { upgrade, ...hooks });
  } catch (error) {
    if (error.name !== "VersionError") throw error;
    return openDB(NAME, undefined, hooks); // made by a newer version of the product: as it is
  }
}

function upgrade(database, from) {
  for (const step of UPGRADES.slice(from)) step(database);
}
