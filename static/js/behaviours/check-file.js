// Holds a file of one's own against the digests of a paper: it is hashed here and goes nowhere.
// Each [data-sha256] names a digest and, in data-words, what it is of; [data-said] says what came out.

import { sha256 } from "../evidence/digest.js";

export default function checkFile(section) {
  const input = section.querySelector('input[type="file"]');
  const said = section.querySelector("[data-said]");
  const digests = [...section.querySelectorAll("[data-sha256]")];

  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    for (const digest of digests) delete digest.dataset.same;
    said.textContent = `正在算“${file.name}”的摘要……`;
    const found = await sha256(file);
    const same = digests.find((digest) => digest.dataset.sha256 === found);
    if (same) same.dataset.same = "";
    said.textContent = same
      ? `✓ 一致：“${file.name}”就是${same.dataset.words}，一个字节未改。`
      : `✗ 对不上：“${file.name}”不是下面列出的任何一份，或者改动过。它的摘要是 ${found}`;
  });
}
