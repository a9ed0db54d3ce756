// Before the first patrol on this phone: the offer to put the product on the home screen, where a browser clears nothing away and a
// cold start needs no network. Not where it is there already, nor again once somebody said later.

const LATER = "ld-install-later";
const MONTH_MS = 30 * 24 * 3600_000;

let offered;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offered = event;
});

const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

const saidLater = () => Date.now() - Number(localStorage.getItem(LATER) ?? 0) < MONTH_MS;

export default function installFirst(box) {
  if (isInstalled() || saidLater()) return;
  box.hidden = false;
  box.querySelector("[data-install]").addEventListener("click", async (event) => {
    if (!offered) return; // the link leads to the steps for this browser
    event.preventDefault();
    const { outcome } = await offered.prompt();
    offered = undefined;
    if (outcome === "accepted") box.hidden = true;
  });
  box.querySelector("[data-later]").addEventListener("click", () => {
    localStorage.setItem(LATER, String(Date.now()));
    box.hidden = true;
  });
}
