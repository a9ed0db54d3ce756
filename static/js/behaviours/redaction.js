// Boxes over what must not leave, drawn on the picture of a photo's page and kept as a set. data-url: where the set goes.

import { Easel } from "../evidence/easel.js";
import { Refused, send } from "../sending/send.js";
import { tell } from "../tell.js";

export default function redaction(element) {
  const photo = element.querySelector(".ld-photo");
  const words = element.querySelector("[data-redaction-words]");
  const tools = element.querySelector("[data-redaction-tools]");
  const edit = element.querySelector("[data-redaction-edit]");
  const picture = photo.querySelector("img");
  const easel = new Easel(element.querySelector("svg[data-boxes]"), say);
  let before = easel.boxes;

  function say(boxes) {
    if (easel.editing) words.textContent = boxes.length ? `画了${boxes.length}个遮挡框，还没存` : "还没有遮挡框";
  }

  function turn(on) {
    tools.hidden = !on;
    edit.hidden = on;
    photo.classList.toggle("ld-photo_edit", on);
    easel.edit(on);
  }

  async function save() {
    try {
      await send("POST", element.dataset.url, { boxes: easel.boxes });
      location.reload();
    } catch (error) {
      tell(error instanceof Refused ? error.message : "没有网络，没有存下，框都还在");
    }
  }

  // Nobody draws on a picture that is not there yet; its coming would also move the buttons from under a thumb.
  const begin = () => {
    edit.disabled = !picture.naturalWidth;
  };
  picture.addEventListener("load", begin);
  begin();

  const on = (name, act) => element.querySelector(`[data-redaction-${name}]`).addEventListener("click", act);
  on("edit", () => {
    before = easel.boxes;
    turn(true);
    say(easel.boxes);
  });
  on("add", () => easel.add());
  on("drop", () => easel.dropChosen());
  on("save", save);
  on("cancel", () => {
    easel.replace(before);
    turn(false);
    words.textContent = "没有改动";
    edit.focus();
  });
}
