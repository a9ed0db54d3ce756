// Which calls are to be silent on this device: each until it is over; another call sounds again.

import { remember } from "../remember.js";

const KEY = "ld-muted";
const MOST = 50;

export function muted() {
  return new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
}

export function mute(ids) {
  remember(KEY, JSON.stringify([...muted(), ...ids].slice(-MOST)));
}
