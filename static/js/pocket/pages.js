// Where the worker keeps the pages of one person (sw/rules.js names it too: a classic script imports nothing).

const PAGES = "liandong-pages-";

export const openPages = (person) => caches.open(PAGES + person);

/** Nobody's pages are left on this phone, but for those of `except`. */
export async function forgetPages(except = "") {
  const names = (await self.caches?.keys().catch(() => [])) ?? [];
  await Promise.all(names.filter((name) => name.startsWith(PAGES) && name !== PAGES + except).map((name) => caches.delete(name)));
}
