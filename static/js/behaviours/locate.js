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

  async function take() {
    words.textContent = "正在定位，最多等20秒";
    const fix = await bestFix();
    if (fix) fill({ ...fix, source: "gps" });
    else words.textContent = "没有取到定位。到开阔处再试，或在地图上选";
  }

  button.addEventListener("click", () => {
    agree();
    take();
  });
  field.addEventListener("picked", (event) => fill({ ...event.detail, accuracy_m: null, source: "map" }));
  if (field.dataset.locate === "now" && !input("lat").value) mayAsk().then((may) => may && take());
}

function sentence({ lat, lon, accuracy_m, source }, warnM, far) {
  const where = `${lat.toFixed(5)}, ${lon.toFixed(5)}（WGS-84）`;
  if (source === "map") return `地图上选的位置 · ${where}`;
  const how = `卫星定位 ±${Math.round(accuracy_m)}米`;
  if (far) return `${how} · ${where}。误差太大，请写明原因`;
  return accuracy_m > warnM ? `${how} · ${where}。误差偏大，到开阔处可重新定位` : `${how} · ${where}`;
}
