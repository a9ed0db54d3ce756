// The parts of a page that hear of records, and how they are drawn anew. data-live="patrol:ID handoff:*" names what they
// hear of. One that has hx-get with hx-trigger="live" asks for itself; the others, which have an id, are taken from a fresh
// copy of the whole page, all of them from one.

import { fingerUp, inHand } from "./hands.js";

const PARTS = "[data-live]";
// What goes with the page's own part: counted tabs, the words under the title, the acts in the foot and their dialogs.
const WITH_PAGE = [".ld-nav", ".ld-top__title", "#dock", "#dialogs"];

export const isPage = (part) => part.id === "main";

/** The parts that hear of this message; all of them without one. */
export function hearing(message) {
  const parts = [...document.querySelectorAll(PARTS)].filter((part) => part.dataset.live.trim());
  if (!message) return parts;
  const names = [`${message.kind}:${message.id}`, `${message.kind}:*`];
  return parts.filter((part) => part.dataset.live.split(/\s+/).some((name) => names.includes(name)));
}

/** Draw them anew; those somebody is at work in, also since the copy was asked for, are left as they are and returned. */
export async function redraw(parts) {
  const standing = parts.filter((part) => part.isConnected);
  const held = standing.filter((part) => isHeld(part));
  const free = standing.filter((part) => !held.includes(part));
  for (const part of free.filter((part) => part.hasAttribute("hx-get"))) window.htmx.trigger(part, "live");
  const copied = free.filter((part) => !part.hasAttribute("hx-get") && part.id);
  return copied.length > 0 ? [...held, ...(await redrawFromPage(copied))] : held;
}

function isHeld(part) {
  if (!isPage(part)) return inHand(part);
  return inHand(part) || [...document.querySelectorAll(WITH_PAGE.join(","))].some(inHand);
}

async function redrawFromPage(parts) {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (answer.status >= 500) throw new Error(String(answer.status));
  if (!answer.ok || answer.redirected) return [];
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  await fingerUp();
  const left = [];
  for (const part of parts.filter((each) => each.isConnected)) {
    if (isHeld(part)) left.push(part);
    else if (isPage(part)) replacePage(fresh);
    else replace(part, fresh.getElementById(part.id));
  }
  return left;
}

function replacePage(fresh) {
  for (const found of ["#main", ...WITH_PAGE]) {
    const [old, now] = [document.querySelector(found), fresh.querySelector(found)];
    if (old && now && saysTheSame(old, now)) continue;
    if (old && now) replace(old, now);
    else if (old) old.remove();
    else if (now) bring(now);
  }
  document.body.className = fresh.body.className;
}

/** Tabs whose counts stand as they were stay: somebody may be about to hold 紧急支援. */
const saysTheSame = (old, now) => old.matches(".ld-nav") && old.textContent === now.textContent;

/** The foot comes with the first act, where the fresh copy has it. Loading the page anew would lose the tap of somebody
 * who is just leaving it. */
function bring(foot) {
  const swapStyle = foot.nextElementSibling?.id === "main" ? "beforebegin" : "afterend";
  window.htmx.swap("#main", foot.outerHTML, { swapStyle });
}

function replace(old, now) {
  if (!now) return;
  const unfolded = [...old.querySelectorAll("details")].map((fold) => fold.open);
  [...now.querySelectorAll("details")].forEach((fold, at) => fold.toggleAttribute("open", unfolded[at] ?? fold.open));
  for (const tick of old.querySelectorAll(".ld-tick:checked")) sameTick(now, tick)?.setAttribute("checked", "");
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  window.htmx.swap(old, now.outerHTML, { swapStyle: "outerHTML" });
  if (focused) sameAs(focused)?.focus({ preventScroll: true });
}

/** Where the keyboard was, in the new copy. */
function sameAs(old) {
  if (old.id) return document.getElementById(old.id);
  if (old.matches(".ld-tick")) return sameTick(document, old);
  const href = old.getAttribute("href");
  return href ? document.querySelector(`a[href="${CSS.escape(href)}"]`) : null;
}

const sameTick = (copy, { name, value }) =>
  copy.querySelector(`.ld-tick[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]:not([disabled])`);
