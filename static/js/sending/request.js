// One request to the API, as pages and the worker make it. No DOM.

import { Refused, Unreachable } from "./answers.js";

/** The answer as it came; throws Unreachable. `headers`: who asks, and what else the caller has to say. */
export async function request(method, url, body, { key, headers, signal }) {
  const raw = body instanceof Blob;
  const init = {
    method,
    headers: { Accept: "application/json", "Liandong-Sent-At": new Date().toISOString(), ...headers },
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

/** The record in a yes; null where it brings none. Throws Unreachable where it breaks off, or is a page of somebody else's network. */
export async function recordOf(answer) {
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch (error) {
    throw new Unreachable(error.message);
  }
}

/** What a no says, as an error. */
export async function refusalOf(answer) {
  const problem = await answer.json().catch(() => ({ title: "没有送成", detail: `服务器没有应答（${answer.status}），稍后再按一次` }));
  return new Refused(answer.status, problem, Number(answer.headers.get("Retry-After")) || 0);
}
