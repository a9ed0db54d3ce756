// One form for several acts, and beside it (what stands in the form is sent) the choice: the ticked [data-to] is its address. A field named twice (a list, and words
// for who is not on it) counts once: the list where something is chosen there (data-other names what is asked for where
// nothing is: fields, or places with fields in them, all of them to be answered).

export default function sendsTo(place) {
  const form = place.querySelector("form");
  const follow = () => {
    const chosen = place.querySelector("[data-to]:checked");
    if (chosen) form.dataset.url = chosen.dataset.to;
    for (const list of form.querySelectorAll("[data-other]")) {
      const named = list.value !== "";
      for (const id of list.dataset.other.split(" ")) ask(document.getElementById(id), !named);
    }
  };
  place.addEventListener("change", follow);
  follow();
}

function ask(other, wanted) {
  for (const field of other.matches("input") ? [other] : other.querySelectorAll("input")) {
    field.disabled = !wanted;
    field.required = wanted;
  }
  (other.closest(".ld-field") ?? other).hidden = !wanted;
}
