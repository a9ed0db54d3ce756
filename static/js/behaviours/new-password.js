// The lock of this phone opens with the password it was given: after a change it asks for the new one, once.

import { LockState } from "../lock/state.js";

export default function newPassword(form) {
  form.addEventListener("submit", () => new LockState(document.body.dataset.person).change({ locked: true }));
}
