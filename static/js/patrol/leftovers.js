// Points of patrols whose page is not open any more: ended without a network, or closed on the way. They go once there is one.

import { outboxHere } from "../outbox/outbox.js";
import { Delivery } from "./delivery.js";
import { openKept } from "./keeping.js";

/** Resolves once all that can go now is gone. A page that is recording sends its own. */
export async function sendLeftovers() {
  const outbox = await outboxHere();
  if (!outbox) return;
  const { database, person } = outbox.queue;
  const rows = await database.getAllKeys("points", IDBKeyRange.bound([person], [person, []]));
  for (const patrol of new Set(rows.map(([, of]) => of))) {
    await navigator.locks.request(`ld-track-${patrol}`, { ifAvailable: true }, (lock) => lock && sendOf(patrol));
  }
}

async function sendOf(patrol) {
  const kept = await openKept(patrol);
  const delivery = new Delivery(kept, `/api/v1/patrols/${patrol}/track`, () => undefined);
  if (kept.points.length > 0) await delivery.flush();
  await kept.store.written;
}
