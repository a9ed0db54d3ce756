// While a crew is chosen: keeps the count in sight (the element `data-count` names), says what a joint patrol still lacks,
// and when nobody could exercise power. The server decides; this only spares a round trip.

export default function crewWords(form) {
  const count = document.getElementById(form.dataset.count).lastElementChild;
  const power = form.querySelector("[data-crew-power]");

  function look() {
    const chosen = [...form.querySelectorAll('[name="crew"]:checked')];
    const joint = form.querySelector('[name="kind"]:checked')?.value === "joint";
    count.textContent = counted(chosen, joint);
    power.hidden = certified(chosen) >= 2;
  }

  form.addEventListener("change", look);
  form.addEventListener("input", look); // a draft that is put back
  look();
}

function counted(chosen, joint) {
  if (chosen.length === 0) return "还没有选人";
  const units = new Set(chosen.map((box) => box.dataset.unit)).size;
  const words = `已选${chosen.length}人，${units}个单位`;
  return joint && units < 2 ? `${words}。联合巡查还差一个单位` : words;
}

const certified = (chosen) => chosen.filter((box) => box.dataset.certified === "yes").length;
