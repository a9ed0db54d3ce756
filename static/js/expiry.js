// An htmx request that met an expired session is asked again once the person has signed in over the page. What scripts
// send goes through sending/send.js, which does the same.

/** Whether the page asks for this by itself: nobody tapped. */
export const isUnasked = (element) => /load|live|every/.test(element.getAttribute("hx-trigger"));

export function watchExpiry() {
  document.addEventListener("htmx:responseError", async (event) => {
    const { xhr, elt, target, requestConfig } = event.detail;
    if (xhr.status !== 401 || (isUnasked(elt) && (await isAtWork()))) return;
    if (!(await isBack())) return;
    const { verb, path, parameters } = requestConfig;
    window.htmx.ajax(verb, path, { source: elt, target, values: parameters });
  });
}

/** Nothing is laid over what somebody is writing; their own next tap asks, or the page once their hands are off it. */
async function isAtWork() {
  const { inHand } = await import("./live/hands.js");
  return inHand(document.body);
}

/** The session, by now or once they have signed in. */
async function isBack() {
  const { renewToken } = await import("./sending/token.js");
  if (await renewToken()) return true;
  const { signInAgain } = await import("./sending/sign-in-again.js");
  return signInAgain();
}
