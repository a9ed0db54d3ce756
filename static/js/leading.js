// One tab of this phone at a time does something: sends, listens, rings. Whoever does it answers when it is asked; a tab that a phone
// has put to sleep with all it holds does not, and the one that is looked at takes its place. So what is done must be harmless
// twice: the one asleep goes on with it when it wakes. No DOM but whether the page is looked at; a worker always is.

const ASK_MS = 2_500;
const ASLEEP = new DOMException("the tab that leads does not answer", "AbortError");

const isLookedAt = () => globalThis.document?.visibilityState !== "hidden";

/**
 * What `work()` comes to, once no other tab is at it under this name. Rejects (AbortError) where another has taken the place meanwhile, or
 * `given`, a signal, gives up the waiting.
 */
export async function lead(name, work, given) {
  const line = new BroadcastChannel(`lead-${name}`);
  const waiting = new AbortController();
  const giveUp = () => waiting.abort(given.reason);
  let leading = false;
  let answered = true;
  const first = () => {
    leading = true;
    return work();
  };
  line.onmessage = ({ data }) => {
    if (data === "here") answered = true;
    else if (leading) line.postMessage("here");
  };
  const asking = setInterval(() => {
    if (leading || !isLookedAt()) return (answered = true);
    if (!answered) waiting.abort(ASLEEP);
    answered = false;
    return line.postMessage("who");
  }, ASK_MS);
  given?.addEventListener("abort", giveUp);
  if (given?.aborted) giveUp();
  try {
    return await inTurn(name, first, waiting.signal);
  } finally {
    clearInterval(asking);
    given?.removeEventListener("abort", giveUp);
    line.close();
  }
}

async function inTurn(name, work, signal) {
  try {
    return await navigator.locks.request(name, { signal }, work);
  } catch (error) {
    if (error !== ASLEEP) throw error;
    return navigator.locks.request(name, { steal: true }, work);
  }
}
