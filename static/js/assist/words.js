// What the short message says. Pure.

const two = (number) => String(number).padStart(2, "0");

/** 16:20:07, as the phone's clock shows it. */
export function clock(ms) {
  const moment = new Date(ms);
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(":");
}

/** `fix` { lat, lon, accuracy_m, time } may be missing; `drill`: the word that marks it (演练), empty for a real call. */
export function message({ drill = "", reason = "", fix, who, pressed }) {
  const mark = drill ? `【${drill}】【联动支援】` : "【联动支援】";
  const what = `${clock(pressed)}${reason || "需要紧急支援"}。`;
  return `${mark}${what}${place(fix)}${who}，请速来。${drill ? "这是演练。" : ""}`;
}

function place(fix) {
  if (!fix) return "没有定位，请来电问位置。";
  const { lat, lon, accuracy_m: accuracy, time } = fix;
  return `坐标${lat.toFixed(5)},${lon.toFixed(5)}（WGS-84，±${Math.round(accuracy)}米，${clock(time)}定位）。`;
}

/** The address that opens a message with the text filled in, on both kinds of phones. */
export function messageTo(phone, text) {
  return `sms:${phone}?&body=${encodeURIComponent(text)}`;
}
