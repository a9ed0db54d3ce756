/** Keeps a text with the browser's data; false where it has no room, or keeps nothing: what is at work goes on without. */
export function remember(name, text, storage = localStorage) {
  try {
    storage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
