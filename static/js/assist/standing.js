// What is true of a kept call at this moment, in words. Never more than the server has said. Pure.

import { clock } from "./words.js";

const UNREACHED = "之前的支援已经发出；现在连不上网，不知道结束了没有。用电话和短信";

const STALE = "之前按下的支援一直没有送到，不再自动送。还需要，就再发一次；不需要，就撤回";

/** `stale`: it lies here too long to be sent by itself. `unreached`: asked whether it goes on, nobody answered. `shut`: this phone is locked. */
export function standing(call, { unreached = false, shut = false, stale = false } = {}) {
  const { off, refused, held, tries } = call;
  if (off) return withdrawal(call);
  if (refused) return `支援没有发出去：${refused.title}。用电话和短信`;
  if (stale) return STALE;
  if (held && unreached) return UNREACHED;
  if (held) return shut ? "支援已经发出，打开本机看谁来了" : "支援进行中";
  return tries === 0 ? "正在发出支援" : "支援还没有发出去。用电话和短信，连上网会自动发";
}

function withdrawal({ refused, tries }) {
  if (refused) return `撤回没有送出：${refused.title}`;
  return tries === 0 ? "正在撤回" : "还没有撤回，连上网会自动撤回";
}

/** Whether it is tried again and again at this moment, and has been in vain. */
export const isTrying = ({ off, refused, held, tries }) => tries > 0 && !refused && (!held || Boolean(off));

/** How often it was tried; empty where it need not be. `next`: ms until the next time, where this page knows; `unkept`: the phone had
 * no room for it. */
export function retrying(call, { next, unkept = false } = {}) {
  if (!isTrying(call) || call.off) return "";
  const lies = unkept ? "手机存满了，别关这一页" : "已存在本机，关掉页面也不会丢";
  const soon = next ? `，${Math.round(next / 1000)}秒后再试` : "";
  return `${clock(call.pressed)}按下，${lies}。试了${call.tries}次${soon}。发出时带按下的时间。`;
}
