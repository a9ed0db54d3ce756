// The bar that is in sight on every page while this phone gives its place to command; data-url takes it. Off duty the server
// takes none: the bar goes, and comes again with the page on which it does. What cannot be sent is left out: only the last place counts.

import { clockOf } from "../moments.js";
import { isShared, share } from "../place/sharing.js";

const OFF_DUTY = 409;

export default function sharePlace(bar) {
  let leave = null;
  document.addEventListener("ld:sharing", follow);
  addEventListener("storage", follow);
  bar.querySelector("[data-stop]").addEventListener("click", () => share(false));
  follow();

  async function follow() {
    if (!isShared()) return end();
    if (leave) return;
    leave = () => undefined;
    const [{ watchPosition }, { isDue }, { send }] = await Promise.all([
      import("../patrol/position.js"),
      import("../place/pace.js"),
      import("../sending/send.js"),
    ]);
    if (leave) leave = watchPosition(sending(isDue, send));
  }

  function sending(isDue, send) {
    let sent = null;
    return async (fix, error) => {
      if (error && !sent) tell("还没有定位，看不到");
      if (!fix || !isDue(sent, fix)) return;
      sent = fix;
      await send("PUT", bar.dataset.url, told(fix), { quiet: true })
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

  async function end() {
    if (!leave) return;
    rest();
    leave = null;
    const { send } = await import("../sending/send.js");
    await send("DELETE", bar.dataset.url, undefined, { quiet: true }).catch(() => undefined); // it goes by itself too
  }
}

function told({ lat, lon, accuracy_m, time }) {
  return { position: { lat, lon, accuracy_m }, at: new Date(time).toISOString() };
}
