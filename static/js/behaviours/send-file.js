// Sends a picked file as it is to data-url (PUT), then draws the page anew. data-most: the most bytes it may have.
// What it is goes by its first bytes: phones name their files wrongly.

import { Refused, send } from "../sending/send.js";

const PDF = [0x25, 0x50, 0x44, 0x46];
const JPEG = [0xff, 0xd8, 0xff];

export default function sendFile(element) {
  const input = element.querySelector('input[type="file"]');
  const said = element.querySelector("[data-said]");

  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    said.textContent = await problemOf(file, Number(element.dataset.most));
    if (said.textContent) return;
    said.textContent = `正在传“${file.name}”……`;
    try {
      await send("PUT", element.dataset.url, file, { headers: { "Content-Type": await typeOf(file) } });
      location.reload();
    } catch (error) {
      said.textContent = wordsFor(error);
    }
  });
}

async function problemOf(file, most) {
  if (file.size > most) return `文件太大：最多${Math.floor(most / 1024 / 1024)} MB`;
  return (await typeOf(file)) ? "" : "只收PDF或JPEG：这个文件两样都不是";
}

async function typeOf(file) {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (PDF.every((byte, at) => head[at] === byte)) return "application/pdf";
  return JPEG.every((byte, at) => head[at] === byte) ? "image/jpeg" : "";
}

function wordsFor(error) {
  if (!(error instanceof Refused)) return "没有网络，没有传成。连上后再选一次";
  return [error.problem.title, error.problem.detail].filter(Boolean).join("：");
}
