// One way to the API: session token, device, the device's own clock, and words for what went wrong.
import { Refused, Unreachable } from "./answers.js";
import { deviceId } from "./device.js";
import { recordOf, refusalOf, request } from "./request.js";
import { renewToken, token } from "./token.js";

export { Refused, Unreachable };

/**
 * Send `body` (plain object, Blob or nothing) and answer the record as the server holds it.
 * `key` is the Idempotency-Key of an act that would add something when repeated. `quiet`: nobody is asked to sign in again.
 */
export async function send(method, url, body, { key, headers = {}, quiet = false, signal, renewed = false } = {}) {
  const answer = await request(method, url, body, { key, headers: { ...common(), ...headers }, signal });
  if (answer.ok) return recordOf(answer);
  const refusal = await refusalOf(answer);
  if (answer.status === 401 && !quiet && (await signedInAgain())) return send(method, url, body, { key, headers, signal });
  if (refusal.problem.code === "csrf" && !renewed && (await renewToken())) {
    return send(method, url, body, { key, headers, quiet, signal, renewed: true });
  }
  throw refusal;
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
