// One form for several acts, and beside it (what stands in the form is sent) the choice: the ticked [data-to] is its address. A field named twice (a list, and words
// for who is not on it) counts once: the list where something is chosen there (data-other names the other one).

export default function sendsTo(place) {
  const form = place.querySelector("form");
  const follow = () => {
    const chosen = place.querySelector("[data-to]:checked");
    if (chosen) form.dataset.url = chosen.dataset.to;
    for (const list of form.querySelectorAll("[data-other]")) {
      const other = document.getElementById(list.dataset.other);
      list.disabled = false;
      other.disabled = list.value !== "";
      other.required = !other.disabled;
      other.closest(".ld-field").hidden = other.disabled;
    }
  };
  place.addEventListener("change", follow);
  follow();
}
