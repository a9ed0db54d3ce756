// What a page begins with, in pieces: a finger is answered between two of them. No timers: those of a tab that is not looked at are put off.

/** What `work()` comes to, once what is being done now is done. */
export function inItsTask(work) {
  const { port1, port2 } = new MessageChannel();
  const turn = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage(null);
  return turn.then(work);
}

/** Once the page itself is there: what is begun then shares no thin line with it. */
export function afterLoad(work) {
  const soon = () => inItsTask(work);
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}
