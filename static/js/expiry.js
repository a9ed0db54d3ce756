// An htmx request that met an expired session is asked again once the person has signed in over the page. What scripts
// send goes through sending/send.js, which does the same.

export function watchExpiry() {
  document.addEventListener("htmx:responseError", async (event) => {
    const { xhr, elt, target, requestConfig } = event.detail;
    if (xhr.status !== 401) return;
    const { signInAgain } = await import("./sending/sign-in-again.js");
    if (!(await signInAgain())) return;
    const { verb, path, parameters } = requestConfig;
    window.htmx.ajax(verb, path, { source: elt, target, values: parameters });
  });
}
