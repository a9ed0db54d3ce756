// One way to the API: session token, device, the device's own clock, and words for what went wrong.
import { deviceId } from "./device.js";
import { renewToken } from "./token.js";

/** The server said no: `problem` is its problem document (title, detail, code, clause, fields). */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Nobody answered: no network, or the server is away. What was to be sent is still with the caller. */
export class Unreachable extends Error {}

/**
 * Send `body` (plain object, Blob or nothing) and answer the record as the server holds it.
 * `key` is the Idempotency-Key of an act that would add something when repeated.
 */
export async function send(method, url, body, { key, headers = {}, renewed = false } = {}) {
  const answer = await request(method, url, body, { key, headers });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => ({ title: "没有送成", detail: `服务器没有应答（${answer.status}），稍后再按一次` }));
  if (answer.status === 401 && (await signedInAgain())) return send(method, url, body, { key, headers });
  if (problem.code === "csrf" && !renewed && (await renewToken())) {
    return send(method, url, body, { key, headers, renewed: true });
  }
  throw new Refused(answer.status, problem);
}

async function request(method, url, body, { key, headers }) {
  const raw = body instanceof Blob;
  const init = {
    method,
    headers: { ...common(), ...headers },
    credentials: "same-origin",
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
