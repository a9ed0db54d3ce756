// Pages a phone keeps before it ever needed them: where the worker keeps those of this person (sw/rules.js).

export async function keepAhead(person, pages) {
  if (!self.caches || !navigator.serviceWorker?.controller) return;
  const cache = await caches.open(`liandong-pages-${person}`).catch(() => null);
  for (const page of pages) if (cache && !(await cache.match(page, { ignoreVary: true }))) await keep(cache, page, person);
}

async function keep(cache, page, person) {
  const answer = await fetch(page, { headers: { Accept: "text/html" } }).catch(() => null);
  if (answer?.ok && !answer.redirected && answer.headers.get("Liandong-Person") === person) await cache.put(page, answer);
}
