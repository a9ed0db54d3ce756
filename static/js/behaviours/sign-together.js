// Several letters signed for at once: one receipt each, one after the other, and what became of each stands in its row.
// data-url: the address before the id.

import { drawAnew } from "../sending/anew.js";
import { whileBusy } from "../sending/busy.js";
import { Refused, send } from "../sending/send.js";

export default function signTogether(form) {
  const ticks = [...form.querySelectorAll('input[name="handoff"]')];
  const words = form.querySelector("[data-chosen]");
  if (!words) return;
  const chosen = () => ticks.filter((tick) => tick.checked && !tick.disabled);
  const count = () => {
    words.textContent = chosen().length > 0 ? `已选${chosen().length}件` : "还没有选";
    form.classList.toggle("is-choosing", chosen().length > 0);
  };

  // Ticks that were carried into a fresh copy of the list (live/parts.js) are counted as well.
  count();
  form.addEventListener("change", () => {
    form.removeAttribute("data-busy");
    count();
  });
  form.querySelector("[data-all]").addEventListener("click", () => {
    const open = ticks.filter((tick) => !tick.disabled);
    const every = open.every((tick) => tick.checked);
    for (const tick of open) tick.checked = !every;
    count();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    whileBusy(form, signChosen);
  });

  async function signChosen() {
    const several = chosen();
    if (several.length === 0) {
      words.textContent = "先选要签收的";
      return false;
    }
    form.setAttribute("data-busy", "");
    const failed = await signEach(form, several, words);
    // The reasons stand until the next tick: news of what was signed for does not draw the list over them.
    form.toggleAttribute("data-busy", failed > 0);
    if (failed === 0) drawAnew(form, `已签收${several.length}件`);
    else words.textContent = `${failed}件没有签收，原因写在各行`;
    return false;
  }
}

async function signEach(form, ticks, words) {
  let failed = 0;
  for (const [at, tick] of ticks.entries()) {
    words.textContent = `正在签收第${at + 1}件，共${ticks.length}件`;
    const said = form.querySelector(`[data-said="${tick.value}"]`);
    try {
      await send("POST", `${form.dataset.url}${tick.value}/receipt`, {});
      said.textContent = "已签收";
      tick.checked = false;
      tick.disabled = true;
    } catch (error) {
      failed += 1;
      said.textContent = error instanceof Refused ? error.problem.detail || error.problem.title : "没有网络，再按一次";
    }
  }
  return failed;
}
