// What a page begins with, in pieces: a finger is answered between two of them. No timers: those of a tab that is not looked at are put off.

export function inItsTask(work) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => work();
  port2.postMessage(null);
}

/** Once the page itself is there: what is begun then shares no thin line with it. */
export function afterLoad(work) {
  const soon = () => inItsTask(work);
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}
