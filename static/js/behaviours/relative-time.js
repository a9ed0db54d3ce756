// 刚刚, 3分钟前, 2小时前; what is older than a day keeps its full time.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function ago(ms) {
  if (ms < MINUTE) return "刚刚";
  if (ms < 60 * MINUTE) return `${Math.floor(ms / MINUTE)}分钟前`;
  return `${Math.floor(ms / (60 * MINUTE))}小时前`;
}

export default function relativeTime(element) {
  const full = element.textContent;
  const at = Date.parse(element.dateTime);
  const show = () => {
    const past = Date.now() - at;
    element.textContent = past >= 0 && past < DAY ? ago(past) : full;
  };
  show();
  const timer = setInterval(() => (element.isConnected ? show() : clearInterval(timer)), MINUTE);
}
