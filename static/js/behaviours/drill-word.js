// 演练 or 测试, chosen in a fold above, stands on the very button one holds: a drill is not forgotten there, an emergency not sent as one.

export default function drillWord(form) {
  const place = document.getElementById(form.dataset.into);

  function say() {
    const chosen = form.querySelector('[name="status"]:checked');
    place.hidden = !chosen || chosen.value === "actual";
    place.textContent = place.hidden ? "" : `【${chosen.closest("label").textContent.trim()}】`;
  }

  form.addEventListener("change", say);
  window.addEventListener("pageshow", say); // a browser may give back what was chosen
  say();
}
