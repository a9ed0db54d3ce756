// The outbox while no page is open: the worker sends for whoever is signed in on this phone. (backend/foundation/web/assets/classic.py
// makes a classic script of this module and of all it imports.)

import { Refused, Unreachable } from "../sending/answers.js";
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
  const csrf = await sessionOf(kept.person);
  if (!csrf) return;
  const wait = await drain(database, kept, csrf);
  if (wait !== null) throw new Error("something still waits");
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

/** The token of this person's session; nothing while somebody else, or nobody, is signed in. */
async function sessionOf(person) {
  const answer = await fetch("/api/v1/session", { headers: { Accept: "application/json" } });
  if (!answer.ok) return null;
  const { id, csrf } = await answer.json();
  return id === person ? csrf : null;
}

/** As sending/send.js, without a page around it. */
function lineOf(csrf) {
  return async (method, url, body, { key, headers, signal }) => {
    const raw = body instanceof Blob;
    const answer = await fetch(url, {
      method,
      signal,
      headers: {
        Accept: "application/json",
        "X-CSRFToken": csrf,
        "Liandong-Sent-At": new Date().toISOString(),
        ...(!raw && { "Content-Type": "application/json" }),
        ...(key && { "Idempotency-Key": key }),
        ...headers,
      },
      body: raw ? body : JSON.stringify(body),
    }).catch((error) => {
      throw new Unreachable(error.message);
    });
    if (answer.ok) return answer.status === 204 ? null : answer.json();
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, problem, Number(answer.headers.get("Retry-After")) || 0);
  };
}
