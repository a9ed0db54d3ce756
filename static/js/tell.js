// Short words at the foot of the page, read out politely. The toast behaviour listens.

export function tell(words) {
  document.dispatchEvent(new CustomEvent("tell", { detail: words }));
}
