// Ticks the boxes whose names begin with `data-choose` and whose values `data-values` lists, in the button's own form;
// pressed again it takes them back (a radio stays: there is nothing to go back to).

export default function choose(button) {
  const { form, dataset } = button;
  const values = new Set(dataset.values.split(" "));
  const boxes = () => [...form.querySelectorAll(`[name^="${dataset.choose}"]`)].filter((box) => values.has(box.value));
  const look = () => button.setAttribute("aria-pressed", boxes().every((box) => box.checked));

  button.addEventListener("click", () => {
    const chosen = button.getAttribute("aria-pressed") !== "true";
    for (const box of boxes()) if (box.checked !== chosen) box.click();
  });
  form.addEventListener("input", look);
  look();
}
