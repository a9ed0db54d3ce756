// The key of the outbox and the lock: open, it is the browser's own secret; locked, only a copy wrapped under the password lies here.
// Pages that are open go on with the key they hold, so that a track is not broken off and what was made is sent. No DOM.

import { fetchPhoneKey } from "../outbox/asking.js";
import { openDatabase } from "../outbox/database.js";
import { bytesOfKey, importBytes } from "../outbox/sealing.js";
import { unwrap, wrap } from "./wrapping.js";

/** The server knows the password: what opens without a network is made of it. Throws where nothing can be kept. */
export async function arm(person, password) {
  const [database, raw] = [await openDatabase(), bytesOfKey(await fetchPhoneKey(person))];
  await database.put("locks", { person, ...(await wrap(raw, person, password)) });
  await database.put("keys", { person, key: await importBytes(raw) });
}

/** True: the password opens what lies here, and the key is back. False: another password. Null: there is nothing to try it on. */
export async function giveBack(person, password) {
  const database = await openDatabase();
  const kept = await database.get("locks", person);
  if (!kept) return null;
  const raw = await unwrap(kept, person, password);
  if (raw) await database.put("keys", { person, key: await importBytes(raw) });
  return Boolean(raw);
}

/** The lock falls. */
export async function takeAway(person) {
  await (await openDatabase()).delete("keys", person);
}
