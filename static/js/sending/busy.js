// A form on its way says so, and so does every button that sends it, wherever on the page the button stands.

import { tell } from "../tell.js";

const LONG_MS = 5_000;
const STILL = "还在送，网络慢。你填的都还在，不用再按";
// Where the page it leads to never comes, it may be pressed again.
const LEAVING_MS = 20_000;

/** Runs `work`; a tap meanwhile does nothing. Where `work` answers true the page is being left, and nothing is pressed on it any more. */
export async function whileBusy(form, work) {
  if (form.hasAttribute("aria-busy")) return;
  const signs = [form, ...[...form.elements].filter(({ type }) => type === "submit")];
  for (const each of signs) each.setAttribute("aria-busy", "true");
  const over = () => signs.forEach((each) => each.removeAttribute("aria-busy"));
  const long = setTimeout(tell, LONG_MS, STILL);
  let leaves = false;
  try {
    leaves = await work();
  } finally {
    clearTimeout(long);
    if (!leaves) over();
  }
  if (leaves) untilGone(over);
}

function untilGone(over) {
  setTimeout(over, LEAVING_MS);
  addEventListener("pageshow", over, { once: true }); // the browser kept the page as it was
}
