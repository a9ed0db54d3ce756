// Hours, minutes, seconds since data-since (data-short: hours only from the first one on). The difference between the server's clock (data-now) and the device's own
// is taken once, so that a wrong device clock does not show.

import { aheadOf } from "../ahead.js";

const SECOND = 1000;

const two = (number) => String(number).padStart(2, "0");

export function hms(ms) {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
}

/**
 * Puts a clock of `template` behind it, in the place of the one before: it runs from `since` on, stands where there is an `until`
 * (both ms), shows a dash where there is no `since`.
 */
export function putClock(template, since, until = null) {
  template.nextElementSibling?.remove();
  const clock = template.content.firstElementChild.cloneNode(true);
  template.after(clock);
  clock.textContent = since === null ? "—" : hms((until ?? Date.now()) - since);
  if (since === null || until !== null) return;
  Object.assign(clock.dataset, { since: new Date(since).toISOString(), now: new Date().toISOString() });
  document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: clock } }));
}

export default function runningClock(element) {
  const since = Date.parse(element.dataset.since);
  const ahead = aheadOf(element.dataset.now);
  const timer = setInterval(() => {
    if (!element.isConnected) return clearInterval(timer);
    const text = hms(Date.now() + ahead - since);
    element.textContent = "short" in element.dataset && text.startsWith("00:") ? text.slice(3) : text;
  }, SECOND);
}
