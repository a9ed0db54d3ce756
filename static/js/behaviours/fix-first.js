// Takes the best position of some seconds before a form is sent, and puts it into its inputs position.*; without one the form
// goes all the same. The tap is the consent the browser asks for.

import { agree } from "../patrol/permission.js";
import { bestFix } from "../patrol/position.js";
import { before } from "../sending/before.js";
import { tell } from "../tell.js";

const PATIENCE_MS = 10_000;

export default function fixFirst(form) {
  before(form, async () => {
    tell("正在定位");
    agree();
    fill(form, await bestFix(PATIENCE_MS));
  });
}

function fill(form, fix) {
  const put = (name, value) => (form.elements[`position.${name}`].value = value ?? "");
  put("lat", fix?.lat);
  put("lon", fix?.lon);
  put("accuracy_m", fix?.accuracy_m);
  put("source", fix ? "gps" : "none");
}
