// Finds people in the crew picker by what is typed: name, post, unit, user name. Units with nobody left go; whoever is
// chosen stays chosen though unseen. Enter takes the only one left and clears the search for the next name.

export default function crewSearch(picker) {
  const words = picker.querySelector("[data-crew-search]");
  const nobody = picker.querySelector("[data-crew-none]");
  const units = [...picker.querySelectorAll("details")].map((unit) => ({ unit, open: unit.open, chips: chipsOf(unit) }));

  function find() {
    const asked = words.value.trim().toLowerCase();
    for (const each of units) narrow(each, asked);
    nobody.hidden = units.some(({ unit }) => !unit.hidden);
  }

  words.addEventListener("input", find);
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const left = units.flatMap(({ chips }) => chips.filter((chip) => !chip.hidden));
    if (left.length !== 1) return;
    const box = left[0].querySelector("input");
    if (!box.checked) box.click();
    words.value = "";
    find();
  });
}

const chipsOf = (unit) => [...unit.querySelectorAll("[data-words]")];

/** `open` is how the unit stood before anything was looked for. */
function narrow(each, asked) {
  const { unit, chips } = each;
  if (asked && !unit.dataset.found) each.open = unit.open;
  unit.dataset.found = asked;
  for (const chip of chips) chip.hidden = !chip.dataset.words.toLowerCase().includes(asked);
  unit.hidden = chips.every((chip) => chip.hidden);
  unit.open = asked ? true : each.open;
}
