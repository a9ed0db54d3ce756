// Moments in the words of the pages, which speak of China's time wherever the phone believes it is. Pure.

const CLOCK = { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false };
const DAY = { timeZone: "Asia/Shanghai", month: "long", day: "numeric" };
const WEEKDAY = { timeZone: "Asia/Shanghai", weekday: "short" };

/** 14:02 */
export const clockOf = (moment) => new Date(moment).toLocaleTimeString("zh-CN", CLOCK);

/** 11月23日 周一, as the server writes it. */
export function dayOf(moment) {
  const said = (part) => new Date(moment).toLocaleDateString("zh-CN", part);
  return `${said(DAY)} ${said(WEEKDAY)}`;
}

/** 11月23日 周一 14:02 */
export const momentOf = (moment) => `${dayOf(moment)} ${clockOf(moment)}`;

/** When today began there, as the queue keeps its moments: ISO 8601 in UTC. */
export function dayBegan(now = Date.now()) {
  const day = new Date(now).toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}
