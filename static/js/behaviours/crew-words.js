// While a crew is chosen: keeps the count in sight (the element `data-count` names), says what a joint patrol still lacks,
// and when nobody could exercise power. The server decides; what it would refuse is refused here already, in its words ([data-one-unit]):
// where there is no network its answer would come when the patrol has long begun.

import { tell } from "../tell.js";

export default function crewWords(form) {
  const count = document.getElementById(form.dataset.count).lastElementChild;
  const power = form.querySelector("[data-crew-power]");
  const crew = () => [...form.querySelectorAll('[name="crew"]:checked')];
  const isJoint = () => form.querySelector('[name="kind"]:checked')?.value === "joint";

  function look() {
    const [chosen, joint] = [crew(), isJoint()];
    count.textContent = counted(chosen, joint);
    power.hidden = certified(chosen) >= 2;
  }

  // Nobody chosen, or something else not given: the form asks for that itself.
  function refuse(event) {
    const chosen = crew();
    if (!lacksUnit(chosen, isJoint()) || chosen.length === 0 || !form.checkValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const problem = JSON.parse(form.querySelector("[data-one-unit]").dataset.oneUnit);
    import("../sending/refusing.js").then(({ showRefusal }) => showRefusal(form, problem), () => tell(problem.title));
  }

  form.addEventListener("submit", refuse, { capture: true });
  form.addEventListener("change", look);
  form.addEventListener("input", look); // a draft that is put back
  look();
}

function counted(chosen, joint) {
  if (chosen.length === 0) return "还没有选人";
  const words = `已选${chosen.length}人，${unitsOf(chosen)}个单位`;
  return lacksUnit(chosen, joint) ? `${words}。联合巡查还差一个单位` : words;
}

const unitsOf = (chosen) => new Set(chosen.map((box) => box.dataset.unit)).size;

const lacksUnit = (chosen, joint) => joint && unitsOf(chosen) < 2;

const certified = (chosen) => chosen.filter((box) => box.dataset.certified === "yes").length;
