// A strip of photos: the camera in the app, the phone's own camera where that cannot be had, the gallery. The record the
// photos belong to may not exist yet: then they carry the id its form will be sent under.
// data-subject-kind · data-subject-id (or the form's) · data-url with {id} · data-edge: longer side in pixels

import { openCamera } from "../evidence/camera.js";
import { fromCamera, fromGallery, NoPhoto } from "../evidence/picture.js";
import { Strip } from "../evidence/strip.js";
import { placeOf } from "../outbox/places.js";
import { newId } from "../sending/device.js";
import { whenReady } from "../sending/early.js";
import { goOnward } from "../sending/onward.js";
import { tell } from "../tell.js";

const PATIENCE_MS = 4_000;

export default function evidence(element) {
  const strip = new Strip(element);
  const form = element.closest("form");
  const taken = element.querySelector("[data-phone-camera]");
  const gallery = element.querySelector("[data-gallery]");
  const coming = new Set(); // taken, and not in the strip yet: their place and their digest are still being looked for

  function comes(work) {
    coming.add(work);
    work.finally(() => coming.delete(work));
  }

  async function add(making) {
    try {
      const [picture] = await Promise.all([making, restored]);
      await strip.add(picture, subjectOf(element, form), placeOf(form?.dataset.about));
    } catch (error) {
      if (!(error instanceof NoPhoto)) throw error;
      tell(error.message);
    }
  }

  async function fromInput(input, make) {
    const files = [...input.files];
    input.value = "";
    for (const file of files) await add(make(file));
    input.removeAttribute("data-busy");
  }

  // While the phone's own camera or gallery stands before the page, this is where its pictures come back to.
  for (const input of [taken, gallery]) {
    input.addEventListener("click", () => input.setAttribute("data-busy", ""));
    input.addEventListener("cancel", () => input.removeAttribute("data-busy"));
  }

  element.querySelector("[data-take]").addEventListener("click", async () => {
    const keep = (blob, takenAt) => comes(add(fromCamera(blob, takenAt)));
    const opened = await openCamera(element.querySelector("template[data-camera]"), Number(element.dataset.edge), keep);
    if (!opened) taken.click();
  });
  taken.addEventListener("change", () => comes(fromInput(taken, (file) => fromCamera(file))));
  gallery.addEventListener("change", () => comes(fromInput(gallery, fromGallery)));
  element.querySelector("[data-pick]").addEventListener("click", () => gallery.click());
  form?.addEventListener("sent", (event) => waitFor(strip, coming, form, event));
  addEventListener("beforeunload", (event) => coming.size > 0 && event.preventDefault());
  const restored = restore(strip, element, form);
  element.dataset.ready = "";
}

/** What this record's photos are; a new one goes on with those of a form that broke off. */
async function restore(strip, element, form) {
  const isNew = !element.dataset.subjectId;
  if (isNew) await whenReady(form);
  const subject = subjectOf(element, form);
  await strip.restore(subject);
  if (!isNew || !form.dataset.about) return;
  const id = await strip.unwritten(subject, placeOf(form.dataset.about));
  if (!id) return;
  form.dispatchEvent(new CustomEvent("takeup", { detail: id }));
  await strip.restore(subjectOf(element, form));
  tell("上次没写完的，照片还在，接着写");
}

function subjectOf({ dataset }, form) {
  const id = dataset.subjectId || (form.dataset.id ||= newId());
  return { kind: dataset.subjectKind, id };
}

/** The form is on its way; its photos usually arrive in the same breath. What the phone keeps is waited for no longer. */
async function waitFor(strip, coming, form, event) {
  if (coming.size + strip.waiting.length === 0) return;
  event.preventDefault();
  if (coming.size > 0) {
    tell("已存下，照片马上就好，别关这一页");
    await Promise.allSettled(coming);
  }
  const kept = strip.waiting.every((upload) => upload.isKept);
  tell(kept ? "已存下，照片接着传" : `已存下，还有${strip.waiting.length}张照片正在传，别关这一页`);
  await (kept ? Promise.race([strip.settled(), strip.rested(), patience()]) : strip.settled());
  if (strip.refused.length > 0) tell("有照片被退回，看清原因后再走");
  else if (form.dataset.next) goOnward(form, form.dataset.next.replace("{new}", form.dataset.id));
}

const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
