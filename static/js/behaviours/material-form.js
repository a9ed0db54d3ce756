// One line of a checklist: registered with the digest of its file, then the bytes, with progress in words. Without a file the
// line says that the paper is yet to come. data-url: where a new id belongs; data-proof: it proves an answer, it was not sent;
// data-replaces: where the line is taken off that said it was missing.

import { sha256 } from "../evidence/digest.js";
import { materialType } from "../evidence/kinds.js";
import { drawAnew } from "../sending/anew.js";
import { newId } from "../sending/device.js";
import { missingIn } from "../sending/missing.js";
import { readForm } from "../sending/reading.js";
import { clearRefusal, problemOf, showRefusal } from "../sending/refusing.js";
import { Refused, send } from "../sending/send.js";

const MOST = 100 * 1024 * 1024;

export default function materialForm(form) {
  let id = newId();
  let sending = false;
  const said = form.querySelector("[data-said]");
  const input = form.querySelector('input[type="file"]');
  form.addEventListener("change", () => {
    id = newId();
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    clearRefusal(form);
    const missing = missingIn(form);
    if (Object.keys(missing).length > 0) return showRefusal(form, { title: "还有要填的", detail: "没有送出。", fields: missing });
    sending = true;
    try {
      await deliver(form, id, input.files[0], said);
      if (form.dataset.replaces) await send("POST", form.dataset.replaces, { note: "已补上" });
      drawAnew(form);
    } catch (error) {
      said.textContent = "";
      showRefusal(form, problemOf(error, "没有传成"));
    } finally {
      sending = false;
    }
  });
}

async function deliver(form, id, file, said) {
  const { file: _, ...told } = readForm(form);
  const body = { ...told, ...(form.dataset.proof === undefined ? {} : { proof: true }) };
  const url = `${form.dataset.url}${id}`;
  if (!file) return send("PUT", url, body);
  if (file.size > MOST) throw new Refused(413, { title: "文件太大", detail: "最大100 MB。", fields: { file: "换一个小的" } });
  const media = await materialType(file);
  said.textContent = "正在核对文件…";
  await send("PUT", url, { ...body, sha256: await sha256(file), bytes: file.size, media_type: media });
  said.textContent = `正在传“${file.name}”，不要离开…`;
  return send("PUT", `${url}/content`, file, { headers: { "Content-Type": media } });
}
