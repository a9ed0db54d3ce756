// Says when something of the same kind was recorded close by not long ago, with a way to look at it. Only a hint.
// data-near: where it is asked · data-near-page: the page of one, with {patrol} and {id}

import { dayOf } from "../moments.js";

export default function duplicates(form) {
  const place = form.querySelector("[data-near-words]");
  let asked = "";

  async function look() {
    const query = question(form);
    if (query === asked) return;
    asked = query;
    const near = query ? await similar(`${form.dataset.near}?${query}`) : [];
    if (query !== asked) return;
    if (near === null) asked = "";
    place.hidden = !near?.length;
    place.lastElementChild.replaceChildren(...(near ?? []).map((each) => line(form.dataset.nearPage, each)));
  }

  form.addEventListener("change", look);
  form.addEventListener("located", look);
}

/** Null where nobody answered: then it is asked again at the next change. */
async function similar(address) {
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  return answer?.ok ? (await answer.json()).items : null;
}

function question(form) {
  const category = form.querySelector('[name="category"]:checked:not(:disabled)')?.value;
  const lat = form.querySelector('[name="position.lat"]').value;
  const lon = form.querySelector('[name="position.lon"]').value;
  if (!category || !lat || !lon) return "";
  const own = form.dataset.id ? { own: form.dataset.id } : {};
  return new URLSearchParams({ category, lat, lon, ...own }).toString();
}

function line(page, { patrol, id, category, found_at, address, distance_m }) {
  const link = document.createElement("a");
  link.href = page.replace("{patrol}", patrol).replace("{id}", id);
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = `${Math.round(distance_m)}米内 ${dayOf(found_at)} 记过“${category}”${address ? `：${address}` : ""}`;
  const paragraph = document.createElement("p");
  paragraph.append(link);
  return paragraph;
}
