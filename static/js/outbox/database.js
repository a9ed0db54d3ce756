// The phone's own database. Sealed where it says something; in clear only what ordering takes: id, person, after, kind, state,
// at, size, tries, next_at.

import { openDB } from "../../vendor/idb@8.0.4/index.js";

export const NAME = "liandong";

/** From version 0 to 1, from 1 to 2 …: a phone that was away for a year walks through all of them. */
export const UPGRADES = [
  function first(database) {
    database.createObjectStore("envelopes", { keyPath: "id" }).createIndex("person", "person");
    database.createObjectStore("pictures", { keyPath: "id" });
    database.createObjectStore("points", { keyPath: ["person", "patrol", "chunk"] });
    database.createObjectStore("sent", { keyPath: "id" }).createIndex("person", ["person", "at"]);
    database.createObjectStore("keys", { keyPath: "person" });
    database.createObjectStore("shelf", { keyPath: ["person", "name"] });
  },
];

export const DATABASE_VERSION = UPGRADES.length;

let opened;

/** One connection a page; made anew after the browser closed it or a newer version wanted it closed. */
export function openDatabase() {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function open() {
  const forget = () => (opened = undefined);
  return openDB(NAME, DATABASE_VERSION, {
    upgrade(database, from) {
      for (const upgrade of UPGRADES.slice(from)) upgrade(database);
    },
    // Another tab brings a newer version: this page goes on with it at its next need.
    blocking(_, __, event) {
      forget();
      event.target.close();
    },
    terminated: forget,
  });
}
