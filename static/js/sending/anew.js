/** After something was held: whoever keeps the page around `element` may draw only its part anew and say `words`, else the
 * page is. */
export function drawAnew(element, words = "已存下") {
  if (element.dispatchEvent(new CustomEvent("sent", { bubbles: true, cancelable: true, detail: { words } }))) location.reload();
}
