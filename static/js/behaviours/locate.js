// A place field: takes a position after a tap (with data-locate="now" at once, if the phone need not ask first), says how
// good it is, and fills the hidden inputs position.lat, .lon, .accuracy_m, .source. A place picked on the map comes as the
// event "picked".

import { agree, mayAsk } from "../patrol/permission.js";
import { bestFix } from "../patrol/position.js";

export default function locate(field) {
  const input = (name) => field.querySelector(`[name="position.${name}"]`);
  const words = field.querySelector("[data-place-words]");
  const reason = field.querySelector("[data-far-reason]");
  const button = field.querySelector("[data-locate-button]");
  const { warnM = "25", reasonM = "100" } = field.dataset;

  function fill({ lat, lon, accuracy_m, source }) {
    input("lat").value = lat;
    input("lon").value = lon;
    input("accuracy_m").value = accuracy_m ?? "";
    input("source").value = source;
    const far = source === "gps" && accuracy_m > Number(reasonM);
    if (reason) reason.hidden = !far;
    words.textContent = sentence({ lat, lon, accuracy_m, source }, Number(warnM), far);
    field.dispatchEvent(new CustomEvent("located", { detail: { lat, lon }, bubbles: true }));
  }

  const values = () => ["lat", "lon", "accuracy_m", "source"].map((name) => input(name).value);

  /** What is given back for mending keeps its own place. */
  function showGivenBack() {
    const [lat, lon, accuracy, source] = values();
    if (lat) fill({ lat: Number(lat), lon: Number(lon), accuracy_m: accuracy ? Number(accuracy) : null, source });
  }

  async function take() {
    const before = values().join();
    words.textContent = "正在定位，最多等20秒";
    const fix = await bestFix();
    if (before !== values().join()) return;
    if (fix) fill({ ...fix, source: "gps" });
    else words.textContent = "没有取到定位。到开阔处再试，或在地图上选";
  }

  button.addEventListener("click", () => {
    agree();
    take();
  });
  field.addEventListener("input", ({ target }) => target === input("source") && showGivenBack());
  field.addEventListener("picked", (event) => fill({ ...event.detail, accuracy_m: null, source: "map" }));
  if (field.dataset.locate !== "now") return;
  if (input("lat").value) showGivenBack();
  else mayAsk().then((may) => may && !input("lat").value && take());
}

function sentence({ lat, lon, accuracy_m, source }, warnM, far) {
  const where = `${lat.toFixed(5)}, ${lon.toFixed(5)}（WGS-84）`;
  if (source === "map") return `地图上选的位置 · ${where}`;
  const how = `卫星定位 ±${Math.round(accuracy_m)}米`;
  if (far) return `${how} · ${where}。误差太大，请写明原因`;
  return accuracy_m > warnM ? `${how} · ${where}。误差偏大，到开阔处可重新定位` : `${how} · ${where}`;
}
