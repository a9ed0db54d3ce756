// What cannot be undone is done at the second tap: the first one asks.

const SURE_MS = 4_000;

/** Whether this tap on `button` is the second within four seconds; after the first one it says `words` for as long. */
export function isMeant(button, words) {
  if (button.dataset.sure !== undefined) return true;
  const idle = button.textContent;
  button.dataset.sure = "";
  button.textContent = words;
  setTimeout(() => {
    delete button.dataset.sure;
    button.textContent = idle;
  }, SURE_MS);
  return false;
}
