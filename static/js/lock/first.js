// Before anything of a page is shown: whether this phone is locked. The server draws the page shut (data-locked on <html>, hidden
// by css/parts/lock.css) where the township locks its phones; whoever may see it opens it here.

import { isDue } from "./idle.js";
import { LockState } from "./state.js";

const { dataset } = document.documentElement;

/** After how many minutes it locks; 0 where it never does: no such setting, or a desk with a lock of its own. */
export const minutes = matchMedia("(pointer: coarse)").matches ? Number(dataset.lock ?? 0) : 0;

export const isShut = () => "locked" in dataset;

if (minutes === 0 || !isDue(new LockState(dataset.lockPerson).read(), Date.now(), minutes)) delete dataset.locked;
