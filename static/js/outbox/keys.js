// The key of whoever is signed in, kept as the browser's own secret until they sign out. One person at a time: whoever
// comes next leaves no other key readable, and takes nothing away of what lies sealed.

import { importKey } from "./sealing.js";

// Also what a lock has wrapped under a password (lock/keyring.js).
const STORES = ["keys", "locks"];

/** The key kept here, else what `fetchKey(person)` answers (base64url); throws what `fetchKey` throws. */
export async function keyOf(database, person, fetchKey) {
  await forgetOthers(database, person);
  const kept = await database.get("keys", person);
  if (kept) return kept.key;
  const key = await importKey(await fetchKey(person));
  await database.put("keys", { person, key });
  return key;
}

export function forgetKeys(database) {
  return Promise.all(STORES.map((store) => database.clear(store)));
}

/** Who is signed in on this phone, and their key; nothing after a sign-out. */
export function keptKey(database) {
  return database.getAll("keys").then(([kept]) => kept);
}

async function forgetOthers(database, person) {
  for (const store of STORES) {
    const others = (await database.getAllKeys(store)).filter((each) => each !== person);
    await Promise.all(others.map((each) => database.delete(store, each)));
  }
}
