// A part of a page that shows what waits in the outbox.

const EVENTS = ["told", "drained"];
const OUTCOMES = new Set(["sent", "refused", "rest"]);

/**
 * `draw` runs when something became of what waits, as long as `element` is on the page. What goes out at once is not shown on its
 * way; where something is shown already (`isShown`) each change counts.
 */
export function follow(outbox, element, draw, isShown = () => false) {
  const heard = ({ type, detail: told }) => {
    if (!element.isConnected) for (const each of EVENTS) outbox.removeEventListener(each, heard);
    else if (type === "drained" || OUTCOMES.has(told.type) || (told.type === "changed" && isShown())) draw();
  };
  for (const each of EVENTS) outbox.addEventListener(each, heard);
}
