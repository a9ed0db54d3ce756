// One way to the API: session token, device, the device's own clock, and words for what went wrong.
import { Refused, Unreachable } from "./answers.js";
import { deviceId } from "./device.js";
import { inTime } from "./patience.js";
import { recordOf, refusalOf, request } from "./request.js";
import { renewToken, token } from "./token.js";

export { Refused, Unreachable };

/**
 * Send `body` (plain object, Blob or nothing) and answer the record as the server holds it.
 * `key` is the Idempotency-Key of an act that would add something when repeated. `quiet`: nobody is asked to sign in again.
 * `patience`: ms the server has for each answer.
 */
export async function send(method, url, body, { quiet = false, renewed = false, ...how } = {}) {
  const { record, refusal } = await answered(method, url, body, how);
  if (!refusal) return record;
  if (refusal.status === 401 && !quiet && (await signedInAgain())) return send(method, url, body, how);
  if (refusal.problem.code === "csrf" && !renewed && (await renewToken())) {
    return send(method, url, body, { ...how, quiet, renewed: true });
  }
  throw refusal;
}

/** { record }, or { refusal } as an error. */
function answered(method, url, body, { key, headers, signal, patience }) {
  const ask = async (within) => {
    const answer = await request(method, url, body, { key, headers: { ...common(), ...headers }, signal: within });
    return answer.ok ? { record: await recordOf(answer) } : { refusal: await refusalOf(answer) };
  };
  return patience ? inTime(patience, ask, signal) : ask(signal);
}

function common() {
  return {
    "X-CSRFToken": token(),
    "Liandong-Device": deviceId(),
  };
}

/** Ask the person to sign in over the page; what is typed stays where it is. */
async function signedInAgain() {
  const { signInAgain } = await import("./sign-in-again.js");
  return signInAgain();
}
