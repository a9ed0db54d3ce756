// What is said of the room on this phone where photos and tracks are taken, and what to do. Pure.

const MB = 1024 * 1024;
const LITTLE = 200 * MB;
const TIGHT = 1024 * MB;
const PHOTO = 1.5 * MB; // of 2048 pixels, as the app takes them

/** 96 MB, 1.4 GB. */
export function roomText(bytes) {
  const megabytes = bytes / MB;
  return megabytes < 1000 ? `${Math.round(megabytes)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}

export const isLittle = (left) => left !== null && left <= LITTLE;

/**
 * { what, todo, install } or null. `cannot`: why nothing can be kept here; `left` bytes, null where the browser does not say;
 * `persisted`: it promised not to clear; `waiting`: how much has not been sent.
 */
export function roomWords({ cannot, left = null, persisted = false, waiting = 0 }) {
  if (cannot) return { what: "这里存不了本机，断网时写下的、拍下的留不住", todo: cannot, install: false };
  if (isLittle(left)) {
    const todo = `大约还能存${Math.floor(left / PHOTO)}张照片。先连上网络把没送出的送出去，再清理手机里别的东西。`;
    return { what: `手机快存满了，还能存${roomText(left)}`, todo, install: false };
  }
  if (left !== null && left <= TIGHT && !persisted && waiting > 0) {
    return { what: `还有${waiting}项没送出，空间再少下去，浏览器可能清掉`, todo: "先连上网络送出；放到桌面的不会清。", install: true };
  }
  return null;
}
