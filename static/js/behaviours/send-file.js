// Sends a picked file as it is to data-url (PUT), then draws the page anew. data-most: the most bytes it may have.
// What it is goes by its first bytes: phones name their files wrongly.

import { materialType } from "../evidence/kinds.js";
import { Refused, send } from "../sending/send.js";

const TAKEN = ["application/pdf", "image/jpeg"];

export default function sendFile(element) {
  const input = element.querySelector('input[type="file"]');
  const said = element.querySelector("[data-said]");

  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    const type = await materialType(file);
    said.textContent = faultOf(file, type, Number(element.dataset.most));
    if (said.textContent) return;
    said.textContent = `正在传“${file.name}”……`;
    try {
      await send("PUT", element.dataset.url, file, { headers: { "Content-Type": type } });
      location.reload();
    } catch (error) {
      said.textContent = wordsFor(error);
    }
  });
}

function faultOf(file, type, most) {
  if (file.size > most) return `文件太大：最多${Math.floor(most / 1024 / 1024)} MB`;
  return TAKEN.includes(type) ? "" : "只收PDF或JPEG：这个文件两样都不是";
}

function wordsFor(error) {
  if (!(error instanceof Refused)) return "没有网络，没有传成。连上后再选一次";
  return [error.problem.title, error.problem.detail].filter(Boolean).join("：");
}
