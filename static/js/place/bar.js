// What goes on behind the bar that says a phone gives its place to command: each fix that is worth it goes to data-url. Off duty
// the server takes none: the bar goes, and comes again with the page on which it does. What cannot be sent is left out: only the last
// place counts.

import { clockOf } from "../moments.js";
import { watchPosition } from "../patrol/position.js";
import { send } from "../sending/send.js";
import { isDue } from "./pace.js";
import { isShared, share } from "./sharing.js";

const OFF_DUTY = 409;

/** From now on as this person wishes it, until the page is closed. */
export function keepSharing(bar) {
  let leave = null;
  let underWay = Promise.resolve();
  document.addEventListener("ld:sharing", follow);
  addEventListener("storage", follow);
  bar.querySelector("[data-stop]").addEventListener("click", () => share(false));
  follow();

  function follow() {
    if (!isShared()) end();
    else leave ??= watchPosition(sending());
  }

  function sending() {
    let sent = null;
    return (fix, error) => {
      if (error && !sent) tell("还没有定位，看不到");
      if (!fix || !isDue(sent, fix)) return;
      sent = fix;
      underWay = send("PUT", bar.dataset.url, told(fix), { quiet: true })
        .then(() => tell(clockOf(fix.time)))
        .catch((refused) => refused.status === OFF_DUTY && rest());
    };
  }

  function tell(note) {
    bar.querySelector("[data-note]").textContent = note;
    bar.hidden = false;
  }

  /** Nothing is sent from this page any more; the wish stays for the next duty. */
  function rest() {
    leave?.();
    bar.hidden = true;
  }

  /** The bar goes once the server has nothing any more: what is under way must not come after the end. */
  async function end() {
    if (!leave) return;
    leave();
    leave = null;
    await underWay;
    await send("DELETE", bar.dataset.url, undefined, { quiet: true }).catch(() => undefined); // it goes by itself too
    bar.hidden = !isShared();
  }
}

function told({ lat, lon, accuracy_m, time }) {
  return { position: { lat, lon, accuracy_m }, at: new Date(time).toISOString() };
}
