/** After something was held: whoever keeps the page around `element` may draw only its part anew, else the page is. */
export function drawAnew(element) {
  if (element.dispatchEvent(new CustomEvent("sent", { bubbles: true, cancelable: true }))) location.reload();
}
