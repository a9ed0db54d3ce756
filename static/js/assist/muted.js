// Which calls are to be silent on this device: each until it is over; another call sounds again.

import { remember } from "../remember.js";

export const MUTED = "ld-muted";
const MOST = 50;

export function muted() {
  return new Set(JSON.parse(localStorage.getItem(MUTED) ?? "[]"));
}

export function mute(ids) {
  remember(MUTED, JSON.stringify([...muted(), ...ids].slice(-MOST)));
}
