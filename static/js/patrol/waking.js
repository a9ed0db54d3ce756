// Holding the screen awake while the page is open, where the browser can; the switch, where there is one, says what is true.

const KEY = "ld-awake";
const wanted = () => localStorage.getItem(KEY) !== "0";

/** `toggle` may be missing: then the screen is held as the person chose on the page that has it. `isDue()`: whether there is
 * anything to stay awake for. Answers what is to be called when that changes. */
export function stayAwake(toggle, isDue) {
  if (!("wakeLock" in navigator)) {
    if (toggle) toggle.disabled = true;
    return () => undefined;
  }
  let lock = null;

  async function follow() {
    if (isDue() && wanted() && document.visibilityState === "visible") {
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
  return follow;
}
