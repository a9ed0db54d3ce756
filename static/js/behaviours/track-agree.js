// Starting a patrol asks for its track: the page that follows may ask for the position.

import { agree } from "../patrol/permission.js";

export default function trackAgree(form) {
  form.addEventListener("submit", agree);
}
