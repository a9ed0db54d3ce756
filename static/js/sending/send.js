// One way to the API: session token, device, the device's own clock, and words for what went wrong.
import { Refused, Unreachable } from "./answers.js";
import { deviceId } from "./device.js";
import { renewToken } from "./token.js";

export { Refused, Unreachable };

/**
 * Send `body` (plain object, Blob or nothing) and answer the record as the server holds it.
 * `key` is the Idempotency-Key of an act that would add something when repeated. `quiet`: nobody is asked to sign in again.
 */
export async function send(method, url, body, { key, headers = {}, quiet = false, signal, renewed = false } = {}) {
  const answer = await request(method, url, body, { key, headers, signal });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => ({ title: "没有送成", detail: `服务器没有应答（${answer.status}），稍后再按一次` }));
  if (answer.status === 401 && !quiet && (await signedInAgain())) return send(method, url, body, { key, headers, signal });
  if (problem.code === "csrf" && !renewed && (await renewToken())) {
    return send(method, url, body, { key, headers, quiet, signal, renewed: true });
  }
  throw new Refused(answer.status, problem, Number(answer.headers.get("Retry-After")) || 0);
}

async function request(method, url, body, { key, headers, signal }) {
  const raw = body instanceof Blob;
  const init = {
    method,
    headers: { ...common(), ...headers },
    credentials: "same-origin",
    signal,
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
  };
  if (body !== undefined && !raw) init.headers["Content-Type"] = "application/json";
  if (key) init.headers["Idempotency-Key"] = key;
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new Unreachable(error.message);
  }
}

function common() {
  return {
    Accept: "application/json",
    "X-CSRFToken": document.querySelector('meta[name="csrf"]')?.content ?? "",
    "Liandong-Device": deviceId(),
    "Liandong-Sent-At": new Date().toISOString(),
  };
}

/** Ask the person to sign in over the page; what is typed stays where it is. */
async function signedInAgain() {
  const { signInAgain } = await import("./sign-in-again.js");
  return signInAgain();
}
