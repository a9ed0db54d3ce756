// A form that mends what was refused says so in its heading, and why above what is to be mended.

import { showRefusal } from "./refusing.js";

const HEADING = "改后重发";

export function tellMended(form, problem) {
  const dialog = form.closest("dialog");
  if (dialog && !dialog.open) dialog.showModal();
  const heading = (dialog ?? document).querySelector(dialog ? ".weui-half-screen-dialog__title" : ".ld-top__title");
  if (heading) heading.firstChild.data = HEADING;
  showRefusal(form, problem);
}
