// Chosen photos of another record become lines of a checklist, one after the other. data-url: where a new id belongs.

import { drawAnew } from "../sending/anew.js";
import { newId } from "../sending/device.js";
import { problemOf, showRefusal } from "../sending/refusing.js";
import { send } from "../sending/send.js";

export default function photosAlong(form) {
  const ids = new Map();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const ticks = [...form.querySelectorAll('input[name="photo"]:checked')];
    if (ticks.length === 0) return showRefusal(form, { title: "还没有选照片", detail: "先选要带上的。" });
    try {
      for (const { value, dataset } of ticks) {
        if (!ids.has(value)) ids.set(value, newId());
        await send("PUT", `${form.dataset.url}${ids.get(value)}`, { kind: "evidence", title: dataset.title, photo: value });
      }
      drawAnew(form);
    } catch (error) {
      showRefusal(form, problemOf(error, "没有加上"));
    }
  });
}
