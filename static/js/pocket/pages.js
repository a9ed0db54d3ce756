// Where the worker keeps the pages of one person (sw/rules.js names it too: a classic script imports nothing).

const PAGES = "liandong-pages-";

export const openPages = (person) => caches.open(PAGES + person);

/** Nobody's pages are left on this phone. */
export async function forgetPages() {
  const names = (await self.caches?.keys().catch(() => [])) ?? [];
  await Promise.all(names.filter((name) => name.startsWith(PAGES)).map((name) => caches.delete(name)));
}
