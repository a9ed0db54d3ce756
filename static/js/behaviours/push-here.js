// Notices on this very device: says whether it can have them, and asks the browser once the person asked for it.
// data-url: where the subscription goes; data-key: the server's public key, base64url.

import { send } from "../sending/send.js";

const CANNOT = "这个浏览器不能收通知；装到桌面再试，或用邮箱、短信、群机器人。";

export default async function pushHere(box) {
  const said = box.querySelector("[data-said]");
  const button = box.querySelector("[data-subscribe]");
  const show = (words, offered) => {
    said.textContent = words;
    button.hidden = !offered;
  };
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return show(CANNOT, false);
  if (Notification.permission === "denied") return show("这台设备上通知被关掉了，到浏览器设置里打开后再来。", false);
  const worker = await navigator.serviceWorker.getRegistration();
  if (!worker) return show(CANNOT, false);
  const standing = await worker.pushManager.getSubscription();
  show(standing ? "这台设备已经在收通知；换了人登录要再按一次。" : "这台设备还没有收通知。", true);
  button.addEventListener("click", () => subscribe(worker, box, show));
}

async function subscribe(worker, box, show) {
  show("正在登记", false);
  try {
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: box.dataset.key });
    const { endpoint, keys } = made.toJSON();
    await send("PUT", box.dataset.url, { endpoint, keys });
    show("好了，这台设备会收到通知。", false);
  } catch (error) {
    show(error.problem?.detail ?? "没有登记成：推送服务连不上，或没有同意通知。急事请用群机器人、短信。", true);
  }
}
