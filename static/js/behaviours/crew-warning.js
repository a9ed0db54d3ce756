// While a crew is chosen: says at once when a joint patrol has one unit only, and when nobody could exercise power.
// The server decides; this only spares a round trip.

export default function crewWarning(form) {
  const place = form.querySelector("[data-crew-words]");

  function look() {
    const chosen = [...form.querySelectorAll('[name="crew"]:checked')];
    const words = warnings(chosen, form.querySelector('[name="kind"]:checked')?.value);
    place.hidden = words.length === 0;
    place.lastElementChild.textContent = words.join(" ");
  }

  form.addEventListener("change", look);
  form.addEventListener("input", look); // a draft that is put back
  look();
}

function warnings(chosen, kind) {
  const units = new Set(chosen.map((box) => box.dataset.unit));
  const certified = chosen.filter((box) => box.dataset.certified === "yes").length;
  const words = [];
  if (kind === "joint" && units.size < 2) words.push("联合巡查还要加上另一个单位的人。");
  if (certified < 2) words.push("持证人员不足两名：可以巡查、劝导、移送，不能责令、当场处罚或立案。");
  return words;
}
