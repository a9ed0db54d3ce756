// Holding something down for some seconds acts; letting go early undoes it without a word.

const SECOND = 1000;
const CLICK_MS = 400;

/**
 * `left(seconds)` hears how many are left, null once it was let go; `done()` that it was held long enough. Answers what
 * a click that follows has to know: `touched`, a finger or a mouse was there (else it came from a key), and `held`.
 */
export function holding(element, seconds, { left, done }) {
  const finger = { touched: false, held: false };
  let timers = [];

  function start(event) {
    if (event.button) return;
    timers.forEach(clearTimeout); // a second finger begins anew
    finger.touched = true;
    finger.held = false;
    element.classList.add("is-holding");
    left(seconds);
    timers = Array.from({ length: seconds - 1 }, (_, gone) => setTimeout(left, (gone + 1) * SECOND, seconds - gone - 1));
    timers.push(setTimeout(finish, seconds * SECOND));
  }

  function stop() {
    timers.forEach(clearTimeout);
    element.classList.remove("is-holding");
    left(null);
    setTimeout(() => (finger.touched = false), CLICK_MS);
  }

  function finish() {
    stop();
    finger.held = true;
    navigator.vibrate?.(60);
    done();
  }

  element.style.setProperty("--ld-hold", `${seconds}s`);
  element.addEventListener("pointerdown", start);
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) element.addEventListener(end, stop);
  for (const unwanted of ["contextmenu", "dragstart"]) element.addEventListener(unwanted, (event) => event.preventDefault());
  return finger;
}
