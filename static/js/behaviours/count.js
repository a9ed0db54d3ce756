// How much of a field is used: 66/500. Characters as people count them, not code units.

export default function count(element) {
  const field = document.getElementById(element.dataset.of);
  const show = () => (element.textContent = `${[...field.value].length}/${element.dataset.limit}`);
  field.addEventListener("input", show);
  show();
}
