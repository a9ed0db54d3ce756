// Before someone leaves this device: the pages kept for reading offline, what was typed in this tab, the numbers to call and
// the last place go. A call for help that has not arrived yet stays: it is theirs, and goes when they are back.

const THEIRS = /^ld-(fix$|lines-)/;

export default function signOut(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    sessionStorage.clear();
    for (const name of Object.keys(localStorage).filter((each) => THEIRS.test(each))) localStorage.removeItem(name);
    const names = (await self.caches?.keys().catch(() => [])) ?? [];
    await Promise.all(names.filter((name) => name.startsWith("liandong-pages-")).map((name) => caches.delete(name)));
    form.submit();
  });
}
