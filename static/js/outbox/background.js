// The outbox as the worker has it: it sends for whoever is signed in on this phone while no page is open, and knows what waits. (backend/foundation/web/assets/classic.py
// makes a classic script of this module and of all it imports.)

import { recordOf, refusalOf, request } from "../sending/request.js";
import { tokenOf } from "../sending/session.js";
import { fetchReceiptKeys } from "./asking.js";
import { openDatabase } from "./database.js";
import { Delivery } from "./delivery.js";
import { keptKey } from "./keys.js";
import { Queue } from "./queue.js";
import { Shelf } from "./shelf.js";
import { knowsEd25519 } from "./signature.js";
import { Tabs } from "./tabs.js";
import { trusting } from "./trust.js";

/** Rejects where something that could go is left: then the browser tries again by itself. */
export async function sendInBackground() {
  const database = await openDatabase();
  const kept = await keptKey(database);
  if (!kept || !(await knowsEd25519())) return;
  const csrf = await tokenOf(kept.person);
  if (!csrf) return;
  const wait = await drain(database, kept, csrf);
  if (wait !== null) throw new Error("something still waits");
}

/** Whether what makes that record still waits on this phone. */
export function keeps(id) {
  return openDatabase().then((database) => database.getKey("envelopes", id)).then(Boolean, () => false);
}

async function drain(database, { person, key }, csrf) {
  const tabs = new Tabs(person, () => undefined);
  const queue = new Queue(database, key, person, () => tabs.say({ type: "changed" }));
  const delivery = new Delivery(queue, {
    send: lineOf(csrf),
    isGenuine: trusting(new Shelf(database, key, person), fetchReceiptKeys),
    told: (told) => tabs.say(told),
  });
  try {
    return await tabs.alone(() => delivery.drain());
  } finally {
    tabs.leave();
  }
}

/** As sending/send.js, without a page around it. */
function lineOf(csrf) {
  return async (method, url, body, { headers, ...more }) => {
    const answer = await request(method, url, body, { ...more, headers: { "X-CSRFToken": csrf, ...headers } });
    if (!answer.ok) throw await refusalOf(answer);
    return recordOf(answer);
  };
}
