// What rings for this person, on every page: the place keeps the calls ([data-ringing]) that the server says ring; while one
// of them is not muted here, one tab of this device sounds. The tone line of the first one says whether it does, and why not.

import { MUTED, mute, muted } from "../assist/muted.js";
import { tell } from "../tell.js";

const LOCK = "ld-tone";

export default function alarms(place) {
  let sounding;

  /** All that rings here, also on the page of the call itself. */
  const ringing = () =>
    [...document.querySelectorAll("[data-ringing], [data-ringing-here]")].map(({ dataset }) => dataset.ringing ?? dataset.ringingHere);
  const loud = () => ringing().filter((id) => !muted().has(id));

  async function follow() {
    if (loud().length > 0) {
      const { Sounding } = await import("../assist/sounding.js");
      sounding ??= new Sounding(LOCK, draw);
    }
    // Asked once more: the tap that muted it may have come meanwhile.
    if (loud().length > 0) await sounding.start();
    else sounding?.stop();
    draw();
  }

  function draw() {
    const state = loud().length === 0 ? "muted" : (sounding?.state ?? "closed");
    for (const row of document.querySelectorAll("[data-tone-row]")) row.hidden = ringing().length === 0;
    for (const words of document.querySelectorAll("[data-tone]")) words.textContent = WORDS[state];
    for (const button of document.querySelectorAll("[data-sound]")) button.hidden = state !== "closed";
    for (const button of document.querySelectorAll("[data-mute]")) button.hidden = state !== "here" && state !== "elsewhere";
    document.dispatchEvent(new Event("ld:tone"));
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-mute]")) {
      mute(ringing());
      follow();
    } else if (target.closest("[data-sound]")) {
      follow();
    }
  });
  // Any first tap on the page opens the sound as well.
  document.addEventListener("pointerup", () => loud().length > 0 && follow());
  window.addEventListener("storage", ({ key }) => key === MUTED && follow());
  document.addEventListener("htmx:load", follow);
  document.addEventListener("ld:live", ({ detail }) => {
    if (detail.event === "assist.acknowledged" && ringing().includes(detail.id)) tell("有人接警了");
  });
  follow();
}

const WORDS = {
  here: "提示音响着，直到有人接警",
  elsewhere: "提示音在另一个页面响着",
  closed: "这一页还不能出声，点一下打开",
  muted: "本机已静音，直到下一次求援",
};
