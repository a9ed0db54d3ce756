// Before the first patrol on this phone: the offer to put the product on the home screen, where a browser clears nothing away and a
// cold start needs no network. Not where it is there already, nor again once somebody said later.

import { install, isInsideApp, isInstalled, isOffered } from "../installing.js";

const LATER = "ld-install-later";
const MONTH_MS = 30 * 24 * 3600_000;

const saidLater = () => Date.now() - Number(localStorage.getItem(LATER) ?? 0) < MONTH_MS;

export default function installFirst(box) {
  if (isInstalled() || saidLater()) return;
  box.hidden = false;
  box.querySelector("[data-in-app]").hidden = !isInsideApp();
  box.querySelector("[data-in-browser]").hidden = isInsideApp();
  box.querySelector("[data-install]").addEventListener("click", async (event) => {
    if (!isOffered()) return; // the link leads to the steps for this browser
    event.preventDefault();
    box.hidden = await install();
  });
  box.querySelector("[data-later]").addEventListener("click", () => {
    localStorage.setItem(LATER, String(Date.now()));
    box.hidden = true;
  });
}
