// Moments in the words of the pages, which speak of China's time wherever the phone believes it is. Pure.

const CLOCK = { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false };
const DAY = { month: "numeric", day: "numeric", weekday: "short" };

/** 14:02 */
export const clockOf = (moment) => new Date(moment).toLocaleTimeString("zh-CN", CLOCK);

/** 11/23周一 14:02 */
export const momentOf = (moment) => new Date(moment).toLocaleString("zh-CN", { ...DAY, ...CLOCK });
