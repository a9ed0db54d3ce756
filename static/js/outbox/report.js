// What this phone tells the server of itself, so that a leader sees what is still on the street: at once when it changed, else
// every ten minutes.

import { elapsed } from "../elapsed.js";
import { deviceId } from "../sending/device.js";
import { remember } from "../remember.js";
import { send } from "../sending/send.js";
import { leftIn } from "./queue.js";
import { roomHere } from "./room.js";

const STILL_MS = 10 * 60_000;
const PATIENCE_MS = 10_000; // what waits for it has waited long enough

export function reporting(outbox) {
  const place = `ld-told-${outbox.person}`;

  return async function report() {
    const rows = await outbox.queue.rows();
    const { waiting, photos, refused } = leftIn(rows);
    const oldest = rows.map(({ at }) => at).sort()[0];
    const said = [waiting, photos, refused, oldest ?? ""].join();
    const last = JSON.parse(localStorage.getItem(place) ?? "{}");
    if (last.said === said && elapsed(last.at, Date.now()) < STILL_MS) return;
    const { left, persisted } = await roomHere();
    const body = { device: deviceId(), waiting, photos, refused, oldest_at: oldest ?? null, room_bytes: left, persisted };
    const told = await send("PUT", "/me/phone", body, { quiet: true, patience: PATIENCE_MS }).then(() => true, () => false);
    if (told) remember(place, JSON.stringify({ said, at: Date.now() }));
  };
}
