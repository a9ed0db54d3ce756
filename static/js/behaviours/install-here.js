// On the page of the steps: nothing to do where it is on the home screen already, one tap where the browser offers it.

import { install, isInstalled, whenOffered } from "../installing.js";

export default function installHere(box) {
  const find = (name) => box.querySelector(`[data-${name}]`);

  function show(name) {
    box.hidden = false;
    find(name).hidden = false;
  }

  if (isInstalled()) {
    show("installed");
    return;
  }
  whenOffered(() => show("offered"));
  find("install").addEventListener("click", async () => (box.hidden = await install()));
}
