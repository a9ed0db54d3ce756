// What a page begins with, in pieces: a finger is answered between two of them.

const { port1, port2 } = new MessageChannel(); // no timer: those of a tab that is not looked at are put off
const turns = [];
port1.onmessage = () => turns.shift()();

/** What `work()` comes to, once what is being done now is done; in the order in which they were asked for. */
export function inItsTask(work) {
  const turn = new Promise((resolve) => turns.push(resolve));
  port2.postMessage(null);
  return turn.then(work);
}

/** Once the page itself is there: what is begun then shares no thin line with it. */
export function afterLoad(work) {
  const soon = () => inItsTask(work);
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}
