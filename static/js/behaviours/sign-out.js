// Before someone leaves this device: the pages kept for reading offline and what was typed in this tab go.

export default function signOut(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    sessionStorage.clear();
    const names = (await self.caches?.keys().catch(() => [])) ?? [];
    await Promise.all(names.filter((name) => name.startsWith("liandong-pages-")).map((name) => caches.delete(name)));
    form.submit();
  });
}
