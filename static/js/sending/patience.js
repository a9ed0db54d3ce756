// A network that is there but leads nowhere is none. No DOM.

import { Unreachable } from "./answers.js";

/** What `work(signal)` comes to; after so many ms, or once `given` gives up, the signal does too and nobody waits any longer, also
 * for work that pays the signal no heed: a question to the person, say. Rejects with Unreachable then. */
export async function inTime(patience, work, given) {
  const end = new AbortController();
  let stop;
  const left = new Promise((_, failed) => {
    stop = () => {
      end.abort();
      failed(new Unreachable("no answer"));
    };
  });
  const timer = setTimeout(stop, patience);
  given?.addEventListener("abort", stop);
  if (given?.aborted) stop();
  try {
    return await Promise.race([work(end.signal), left]);
  } finally {
    clearTimeout(timer);
    given?.removeEventListener("abort", stop);
  }
}
