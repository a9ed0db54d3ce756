// Holding the screen awake while the page is open, where the browser can; the switch says what is true.

const KEY = "ld-awake";

export function stayAwake(toggle) {
  if (!toggle) return;
  if (!("wakeLock" in navigator)) {
    toggle.disabled = true;
    return;
  }
  let lock = null;
  toggle.checked = localStorage.getItem(KEY) !== "0";

  async function follow() {
    localStorage.setItem(KEY, toggle.checked ? "1" : "0");
    if (toggle.checked && document.visibilityState === "visible") {
      lock = await navigator.wakeLock.request("screen").catch(() => null);
    } else {
      await lock?.release();
      lock = null;
    }
  }

  toggle.addEventListener("change", follow);
  document.addEventListener("visibilitychange", follow);
  follow();
}
