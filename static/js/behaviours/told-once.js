// Shows what the answer to a form tells once and never again: every [data-told-NAME] gets the field of that name.

export default function toldOnce(form) {
  form.addEventListener("sent", ({ detail }) => {
    const told = form.querySelector("[data-told]");
    for (const place of told.querySelectorAll("*")) {
      for (const name of Object.keys(place.dataset)) {
        if (name.startsWith("told")) place.textContent = detail[name.slice(4).toLowerCase()] ?? "";
      }
    }
    told.hidden = false;
    for (const button of document.querySelectorAll(`button[form="${form.id}"]`)) button.hidden = true;
  });
}
