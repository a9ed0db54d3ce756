// The ways that need no network, as links: a short message with the text filled in, and the numbers to call.

import { knownFix } from "../patrol/position.js";
import { message, messageTo } from "./words.js";

const DRILLS = { exercise: "演练", test: "测试" };

/** `from` is the element that says whose call it is (data-who); `lines` as in lines.js. */
export function ways(call, from, lines) {
  if (lines.length === 0) return [paragraph("本机还没有存过值班电话：拨打110，或打所里的电话。")];
  const { status, reason } = call.body;
  const text = message({ drill: DRILLS[status], reason, fix: knownFix(), who: from.dataset.who, pressed: call.pressed });
  const first = lines[0];
  return [
    link(messageTo(first.phone, text), `发短信给${first.what}${first.name}`, "weui-btn weui-btn_default ld-btn_big"),
    ...lines.map(({ name, what, phone }) => link(`tel:${phone}`, `打给${what}${name}`, "weui-btn weui-btn_default")),
    paragraph(text),
  ];
}

function link(href, words, name) {
  return Object.assign(document.createElement("a"), { href, textContent: words, className: name });
}

function paragraph(words) {
  return Object.assign(document.createElement("p"), { textContent: words, className: "ld-sub" });
}
