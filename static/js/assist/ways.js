// The ways that need no network: a short message with the text filled in, and the numbers to call.

import { knownFix } from "../patrol/position.js";
import { message, messageTo } from "./words.js";

const DRILLS = { exercise: "演练", test: "测试" };

/** Into [data-ways] of `sheet`, which says whose call it is (data-who), and the text of the message above them ([data-message]): of this
 * press, `body` and when it was `pressed`. `lines` as in lines.js; without a number there is 110, and the text for whomever they choose. */
export function showWays(sheet, { body, pressed }, lines) {
  const { status, reason } = body;
  const text = message({ drill: DRILLS[status], reason, fix: knownFix(), who: sheet.dataset.who, pressed });
  const [first] = lines;
  sheet.querySelector("[data-written]").hidden = false;
  sheet.querySelector("[data-message]").textContent = text;
  sheet.querySelector("[data-ways]").replaceChildren(
    link(sheet, "sms", messageTo(first?.phone ?? "", text), first ? `发短信给${first.what}${first.name}` : "发短信，自己选人", "", "ld-btn_big"),
    ...lines.map(({ name, what, phone }) => link(sheet, "tel", `tel:${phone}`, `${what}${name}`, phone)),
  );
}

function link(sheet, kind, href, words, number, more = "") {
  const made = Object.assign(document.createElement("a"), { href, className: `weui-btn weui-btn_default ${more}`.trim() });
  made.append(sheet.querySelector(`template[data-icon="${kind}"]`).content.cloneNode(true), words);
  if (number) made.append(Object.assign(document.createElement("small"), { textContent: number }));
  return made;
}
