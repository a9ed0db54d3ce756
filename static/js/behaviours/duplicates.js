// Says when something of the same kind was recorded close by not long ago, with a way to look at it. Only a hint.

export default function duplicates(form) {
  const place = form.querySelector("[data-near-words]");
  let asked = "";

  async function look() {
    const query = question(form);
    if (!query || query === asked) return;
    asked = query;
    const answer = await fetch(`${form.dataset.near}?${query}`, { credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok || query !== asked) return;
    const { items } = await answer.json();
    place.hidden = items.length === 0;
    place.lastElementChild.replaceChildren(...items.map(line));
  }

  form.addEventListener("change", look);
  form.addEventListener("located", look);
}

function question(form) {
  const category = form.querySelector('[name="category"]:checked')?.value;
  const lat = form.querySelector('[name="position.lat"]').value;
  const lon = form.querySelector('[name="position.lon"]').value;
  return category && lat && lon ? new URLSearchParams({ category, lat, lon, own: form.dataset.id ?? "" }).toString() : "";
}

function line({ patrol, id, category, found_at, address, distance_m }) {
  const link = document.createElement("a");
  link.href = `/patrols/${patrol}/findings/${id}`;
  link.target = "_blank";
  link.rel = "noopener";
  const day = new Date(found_at).toLocaleDateString("zh-CN", { month: "long", day: "numeric", weekday: "short" });
  link.textContent = `${Math.round(distance_m)}米内 ${day} 记过“${category}”${address ? `：${address}` : ""}`;
  const paragraph = document.createElement("p");
  paragraph.append(link);
  return paragraph;
}
