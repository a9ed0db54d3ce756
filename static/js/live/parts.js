// The parts of a page that hear of records, and how they are drawn anew. data-live="patrol:ID handoff:*" names what they
// hear of; each has an id. One that has hx-get with hx-trigger="live" asks for itself; the others are taken from a fresh copy of
// the whole page, all of them from one. A copy that was asked for earlier never takes the place of a later one.

import { mayComeLater } from "../sending/answers.js";
import { inTime } from "../sending/patience.js";
import { fingerUp, inHand } from "./hands.js";

const PATIENCE_MS = 20_000;

const PARTS = "[data-live]";
// What goes with the page's own part: counted tabs, the words under the title, the acts in the foot and their dialogs.
const WITH_PAGE = [".ld-nav", ".ld-top__title", "#dock", "#dialogs"];

export const isPage = (part) => part.id === "main";

// Parts are known by their id: the element that stands there is another one after each drawing.
let asked = 0;
const drawn = new Map(); // id to the number of the copy that stands there

/** The ids of the parts that hear of this message, or of a record that shows what it is about (`on`); of all parts without one. */
export function hearing(message) {
  const names = message && [`${message.kind}:${message.id}`, `${message.kind}:*`, ...(message.on ?? [])];
  const hears = ({ dataset }) => (names ? dataset.live.split(/\s+/).some((name) => names.includes(name)) : dataset.live.trim());
  return [...document.querySelectorAll(PARTS)].filter(hears).map((part) => part.id);
}

/** Whether what happens there is shown at once. */
export const isUrgent = (id) => document.getElementById(id)?.hasAttribute("data-live-now");

/** Draw them anew; those somebody is at work in, also since the copy was asked for, are left as they are and returned. */
export async function redraw(ids) {
  const { held, free } = sorted(ids);
  const asking = free.filter((id) => document.getElementById(id).hasAttribute("hx-get"));
  for (const id of asking) askAnew(document.getElementById(id));
  const copied = free.filter((id) => !asking.includes(id));
  return copied.length > 0 ? [...held, ...(await redrawFromPage(copied))] : held;
}

/** Ids of parts that are still on the page: those in somebody's hands, and those that are free. */
function sorted(ids) {
  const [held, free] = [[], []];
  for (const part of ids.map((id) => document.getElementById(id)).filter(Boolean)) (isHeld(part) ? held : free).push(part.id);
  return { held, free };
}

function isHeld(part) {
  if (!isPage(part)) return inHand(part);
  return inHand(part) || [...document.querySelectorAll(WITH_PAGE.join(","))].some(inHand);
}

/** Parts that ask for themselves: `missed(id)` is told where no copy was to be had, `had()` where there was one. */
export function watchAsking(missed, had) {
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!isForNews(detail.requestConfig.elt)) return;
    if (detail.xhr.status < 400) had();
    else detail.shouldSwap = false; // what stands there is older, and true
  });
  for (const failed of ["responseError", "sendError", "timeout"]) {
    document.addEventListener(`htmx:${failed}`, ({ detail: { requestConfig, xhr } }) => {
      if (isForNews(requestConfig.elt) && mayComeLater(xhr.status)) missed(requestConfig.elt.id);
    });
  }
}

const isForNews = (element) => /live|every/.test(element.getAttribute("hx-trigger"));

/** What it asked for before may be older than the news, and would take its place away under a second request. */
function askAnew(part) {
  window.htmx.trigger(part, "htmx:abort");
  window.htmx.trigger(part, "live");
}

async function redrawFromPage(ids) {
  asked += 1;
  const number = asked;
  const copy = await inTime(PATIENCE_MS, copyOfPage);
  if (copy === null) return [];
  const fresh = new DOMParser().parseFromString(copy, "text/html");
  await fingerUp();
  const { held, free } = sorted(ids.filter((id) => (drawn.get(id) ?? 0) < number));
  for (const id of free) {
    const part = document.getElementById(id);
    if (isPage(part)) replacePage(fresh);
    else replace(part, fresh.getElementById(id));
    drawn.set(id, number);
  }
  return held;
}

/** Null where there is none for this person; throws where there may be one later. */
async function copyOfPage(signal) {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store", signal });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return !answer.ok || answer.redirected || isOfAnother(answer) ? null : answer.text();
}

/** Somebody else signed in on this phone since this page was drawn: theirs is not put into it. */
function isOfAnother({ headers }) {
  const person = headers.get("Liandong-Person");
  return Boolean(person) && person !== document.body.dataset.person;
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
