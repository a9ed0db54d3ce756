// Holding the screen awake while the page is open, where the browser can; the switch, where there is one, says what is true.

const KEY = "ld-awake";
const wanted = () => localStorage.getItem(KEY) !== "0";

/** `toggle` may be missing: then the screen is held as the person chose on the page that has it. */
export function stayAwake(toggle) {
  if (!("wakeLock" in navigator)) {
    if (toggle) toggle.disabled = true;
    return;
  }
  let lock = null;

  async function follow() {
    if (wanted() && document.visibilityState === "visible") {
      lock ??= await navigator.wakeLock.request("screen").catch(() => null);
      lock?.addEventListener("release", () => (lock = null), { once: true });
    } else {
      await lock?.release();
    }
  }

  if (toggle) {
    toggle.checked = wanted();
    toggle.addEventListener("change", () => {
      localStorage.setItem(KEY, toggle.checked ? "1" : "0");
      follow();
    });
  }
  document.addEventListener("visibilitychange", follow);
  follow();
}
