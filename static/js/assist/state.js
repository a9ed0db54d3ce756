// Where a call stands, as the server says it, and which states and which news are its end. No DOM.

import { inTime } from "../sending/patience.js";

const PATIENCE_MS = 3_000;
const ENDINGS = ["resolved", "cancelled", "false_alarm"];
const ENDING_EVENTS = ENDINGS.map((ending) => `assist.${ending}`);

export const hasEnded = (state) => ENDINGS.includes(state);

/** Whether this piece of news tells that the call it is about has ended. */
export const isEnding = (event) => ENDING_EVENTS.includes(event);

/** The state of the call at this address, null where the server knows of none there. Rejects where nobody answers in time who knows. */
export function stateAt(url, patience = PATIENCE_MS) {
  return inTime(patience, async (signal) => {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, signal });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return (await answer.json()).state;
  });
}

/** Whether the call at this address is over; null where nobody answers in time who knows. */
export function isOver(url) {
  return stateAt(url).then((state) => state === null || hasEnded(state), () => null);
}
