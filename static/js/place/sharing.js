// Whether this phone gives its officer's place to command. The wish is this person's on this phone; whether they are on duty is
// the server's to know.

const KEY = "ld-sharing";

export const isShared = () => localStorage.getItem(KEY) === document.body.dataset.person;

/** From now on, or no more; every page that is open hears of it. */
export function share(wanted) {
  if (wanted) localStorage.setItem(KEY, document.body.dataset.person);
  else localStorage.removeItem(KEY);
  document.dispatchEvent(new CustomEvent("ld:sharing"));
}
