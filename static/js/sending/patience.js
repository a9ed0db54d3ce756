// A network that is there but leads nowhere is none. No DOM.

/** What `work(signal)` comes to; after so many ms, or once `given` gives up, the signal does too. */
export async function inTime(patience, work, given) {
  const end = new AbortController();
  const stop = () => end.abort();
  if (given?.aborted) stop();
  given?.addEventListener("abort", stop);
  const timer = setTimeout(stop, patience);
  try {
    return await work(end.signal);
  } finally {
    clearTimeout(timer);
    given?.removeEventListener("abort", stop);
  }
}
