// Whether the product stands on the home screen, and the browser's own offer to put it there.

let offer;
const heard = new EventTarget();

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  heard.dispatchEvent(new Event("offered"));
});

export const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

/** Pages inside these apps can be put nowhere, and are gone without a network. */
export const isInsideApp = () => /MicroMessenger|DingTalk/.test(navigator.userAgent);

export const isOffered = () => offer !== undefined;

/** `work` runs once the browser offers it, perhaps at once. */
export function whenOffered(work) {
  if (offer) work();
  else heard.addEventListener("offered", work, { once: true });
}

/** The browser's own question; whether the person said yes. */
export async function install() {
  const asked = offer;
  offer = undefined;
  return (await asked.prompt()).outcome === "accepted";
}
