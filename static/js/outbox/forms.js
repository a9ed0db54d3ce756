// A form of the street into the outbox. What it says of itself: data-outbox (what kind of thing it makes), data-subject and
// data-about ("patrol:ID", {new} for the form's own id), data-words ("发现：{category}", filled from what is sent).

import { keptValues } from "../drafts.js";
import { deviceId } from "../sending/device.js";
import { Refused } from "../sending/answers.js";
import { lexiconOf } from "../sending/lexicon.js";
import { envelopeOf } from "./envelope.js";
import { nothing, outboxHere } from "./outbox.js";
import { filled, placeOf } from "./places.js";
import { isFull } from "./room.js";

const OPENING_MS = 10_000;

/**
 * `at` is when the person made it. Answers { held: record } or { kept: true }; throws Refused as send() does. Null where this browser window cannot keep anything,
 * { full: true } where there is no room for it: then the form is sent as it always was.
 */
export async function holdForm(form, { id, at }, { method, url, body: given }) {
  const outbox = await soon(outboxHere());
  if (!outbox) return null;
  const body = { ...given, made_at: at.toISOString() };
  const envelope = envelopeOf({
    id, method, url, body,
    now: at,
    kind: form.dataset.outbox,
    person: outbox.person,
    device: deviceId(),
    subject: placeOf(form.dataset.subject, id),
    about: placeOf(form.dataset.about, id),
    words: filled(form.dataset.words, body),
    form: form.dataset.draft && originOf(form, given),
  });
  const outcome = await outbox.hold(envelope, askIn).catch((error) => (isFull(error) ? { full: true } : nothing(error)));
  if (outcome?.refused) throw new Refused(outcome.status, outcome.refused);
  return outcome;
}

/** A browser that does not come to opening its database: null, and the form goes to the server directly. */
const soon = (opening) => Promise.race([opening, new Promise((resolve) => setTimeout(resolve, OPENING_MS, null))]);

/** Where it can be mended, and its words. Of a change only what was changed is given back: the rest may have become another's. */
function originOf(form, given) {
  const { draft, before } = form.dataset;
  const belongs = ([name]) => !before || name.split(".")[0] in given;
  return {
    draft,
    page: location.pathname + location.search,
    values: keptValues(form).filter(belongs),
    lexicon: lexiconOf(form, Object.keys(given)),
  };
}

async function askIn() {
  const { signInAgain } = await import("../sending/sign-in-again.js");
  return signInAgain();
}
