// The session ran out while somebody was writing: they sign in over the page, and what was to be sent is sent.
// The dialog is drawn with the page (layout/_again.html), so it is there even where no further page can be had.

import { wordsOf } from "./answers.js";
import { openSession } from "./session.js";
import { carry } from "./token.js";

let asking = null;

/** True once the same person is signed in again; false if they put it off. Asked twice, it shows one dialog. */
export function signInAgain() {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

async function ask() {
  const template = document.getElementById("sign-in-again");
  if (!template) return false;
  const dialog = template.content.querySelector("dialog").cloneNode(true);
  document.body.append(dialog);
  dialog.showModal();
  const signedIn = await new Promise((settle) => {
    dialog.addEventListener("close", () => settle(false));
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await signIn(event.target)) settle(true);
    });
  });
  dialog.remove();
  return signedIn;
}

async function signIn(form) {
  const said = form.querySelector("[data-said]");
  said.textContent = "";
  const { username, password } = Object.fromEntries(new FormData(form));
  const answer = await openSession(form.dataset.url, username, password);
  if (!answer?.ok) {
    said.textContent = answer ? wordsOf(answer.told) : "没有连上，稍后再按一次。";
    return false;
  }
  carry(answer.told.csrf);
  await keepForLock(password);
  return true;
}

/** The lock of this phone, where it has one, opens with the password of today. */
async function keepForLock(password) {
  const { minutes } = await import("../lock/first.js");
  if (minutes === 0) return;
  const { keepFor } = await import("../lock/opening.js");
  await keepFor(document.body.dataset.person, password);
}
