// Short words at the foot of the page, read out politely. The toast behaviour shows them; what is said before it is there waits.

let unheard = "";

export function tell(words) {
  const said = new CustomEvent("tell", { detail: words, cancelable: true });
  if (document.dispatchEvent(said)) unheard = words;
}

export function takeUnheard() {
  const words = unheard;
  unheard = "";
  return words;
}
