// Sends the sealed answer of a body without an account: its SHA-256 first, then the bytes, with the percentage in words.
// data-url with {id} · data-csrf · data-most: the largest size in bytes

import { sha256 } from "../evidence/digest.js";
import { newId } from "../sending/device.js";

export default function sealedCopy(form) {
  const file = form.querySelector('input[type="file"]');
  const words = form.querySelector("[data-words]");
  const bar = form.querySelector("progress");
  let id = newId();
  let sending = false;

  function tell(text, percent) {
    words.textContent = text;
    bar.hidden = percent === undefined;
    if (percent === undefined) return;
    bar.value = percent;
    bar.setAttribute("aria-label", `已传${percent}%`);
  }

  file.addEventListener("change", () => {
    id = newId();
    tell(file.files[0] && file.files[0].size > Number(form.dataset.most) ? "文件太大，最大30 MB" : "");
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending || !file.files[0]) return;
    sending = true;
    try {
      tell("正在核对文件", 0);
      const answer = await put(await addressOf(form, id, file.files[0]), form.dataset.csrf, file.files[0], (percent) =>
        tell(`已传${percent}%`, percent),
      );
      if (answer.ok) location.assign(`${location.pathname}?said=copy`);
      else tell(answer.words);
    } finally {
      sending = false;
    }
  });
}

async function addressOf(form, id, blob) {
  const said = new URLSearchParams({
    title: form.elements.title.value,
    name: form.elements.name.value,
    position: form.elements.position.value,
    sha256: await sha256(blob),
    size: blob.size,
    media_type: blob.type || "application/octet-stream",
  });
  return `${form.dataset.url.replace("{id}", id)}?${said}`;
}

/** XMLHttpRequest, for it tells how much has gone out. */
function put(url, csrf, blob, progress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("X-CSRFToken", csrf);
    request.setRequestHeader("Accept", "application/problem+json");
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(Math.floor((100 * loaded) / total)));
    request.addEventListener("load", () => resolve({ ok: request.status === 201, words: wordsOf(request) }));
    request.addEventListener("error", () => resolve({ ok: false, words: "没有网络，没有传上。连上后再按一次" }));
    request.send(blob);
  });
}

function wordsOf({ responseText }) {
  try {
    const { title, detail, fields = {} } = JSON.parse(responseText);
    return [title, ...(Object.values(fields).length ? Object.values(fields) : [detail])].filter(Boolean).join("。");
  } catch {
    return "没有传上，再按一次";
  }
}
