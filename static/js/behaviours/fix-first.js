// Takes the best position of some seconds before a form is sent, and puts it into its inputs position.*; without one the form
// goes all the same. The tap is the consent the browser asks for.

import { agree } from "../patrol/permission.js";
import { bestFix } from "../patrol/position.js";
import { tell } from "../tell.js";

const PATIENCE_MS = 10_000;

export default function fixFirst(form) {
  let state = "open";

  async function look() {
    tell("正在定位");
    agree();
    fill(form, await bestFix(PATIENCE_MS));
    state = "ready";
    form.requestSubmit();
  }

  form.addEventListener(
    "submit",
    (event) => {
      if (state === "ready") {
        state = "open";
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (state === "looking") return;
      state = "looking";
      look();
    },
    { capture: true },
  );
}

function fill(form, fix) {
  const put = (name, value) => (form.elements[`position.${name}`].value = value ?? "");
  put("lat", fix?.lat);
  put("lon", fix?.lon);
  put("accuracy_m", fix?.accuracy_m);
  put("source", fix ? "gps" : "none");
}
