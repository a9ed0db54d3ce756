// A map the server drew: a picture until somebody taps it or its button, then Leaflet's at the same view. On the page of a
// running patrol (data-grows) the picture goes on growing by itself.

import { Drawing } from "../map/drawing.js";

export default function drawnMap(canvas) {
  const button = canvas.parentElement.querySelector("[data-map-open]");
  const words = button.querySelector("[data-map-words]");
  const drawing = new Drawing(canvas.querySelector("svg"));

  async function open() {
    if (button.disabled) return;
    const held = document.activeElement === button;
    button.disabled = true;
    words.textContent = "正在打开地图";
    try {
      const { draw } = await import("./map.js");
      await draw(canvas, drawing.view);
    } catch {
      button.disabled = false;
      words.textContent = "没有打开，再点一次";
      if (held) button.focus();
      return;
    }
    canvas.dataset.busy = ""; // somebody looks around there: a new copy would be a picture again (live/hands.js)
    drawing.remove();
    button.remove();
    canvas.removeEventListener("click", open);
    if (held) canvas.focus();
  }

  button.hidden = false;
  button.addEventListener("click", open);
  canvas.addEventListener("click", open);
  if (canvas.dataset.grows) growing(drawing, canvas.dataset);
}

async function growing(drawing, data) {
  const { growIn } = await import("../map/growing.js");
  growIn(drawing, data);
}
