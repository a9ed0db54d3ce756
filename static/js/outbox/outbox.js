// The outbox of whoever the page was drawn for: keeps what they make, sends it, says what became of it.

import { isShut } from "../lock/first.js";
import { send } from "../sending/send.js";
import { fetchPhoneKey, fetchReceiptKeys } from "./asking.js";
import { openDatabase, whenGone } from "./database.js";
import { Delivery } from "./delivery.js";
import { isPhoto, samePlace } from "./envelope.js";
import { keyOf } from "./keys.js";
import { Queue } from "./queue.js";
import { askToStayOnce, isFull } from "./room.js";
import { Shelf } from "./shelf.js";
import { Tabs } from "./tabs.js";
import { trusting } from "./trust.js";

// A person who waits longer than this for a weak network has better things to do: what they made is safe.
const PATIENCE_MS = 8_000;
const FULL = "手机存满了：先清理手机里别的东西，再打开一次";

/** Events of "told": what the delivery tells, in any tab, and { type: "changed" }. */
export class Outbox extends EventTarget {
  constructor(database, key, person) {
    super();
    this.person = person;
    this.tabs = new Tabs(person, (told) => this.heard(told));
    this.queue = new Queue(database, key, person, () => this.tabs.say({ type: "changed" }));
    this.shelf = new Shelf(database, key, person);
    this.delivery = new Delivery(this.queue, {
      send: (method, url, body, more) => send(method, url, body, { ...more, quiet: true }),
      isGenuine: trusting(this.shelf, fetchReceiptKeys),
      told: (told) => this.tabs.say(told),
    });
    this.again = null; // how long the line rests, once it does
  }

  /**
   * Keeps an envelope and sends it. { held: record } once the server's receipt is here; { refused: problem, status }: it is
   * taken back, whoever made it has it before their eyes, but for one that lay here refused already: it goes on lying here as it
   * was mended, with what hangs on it; { kept: true }: it waits here. Throws where it cannot be kept (no
   * room). `askIn()` may sign the person in again; answers whether it did.
   */
  async hold(envelope, askIn = async () => false) {
    const outcome = this.outcomeOf(envelope.id, askIn);
    try {
      outcome.lay = await this.queue.put(envelope);
    } catch (error) {
      outcome.forget();
      throw error;
    }
    this.tabs.say({ type: "giveWay" });
    askToStayOnce();
    this.hurry().then(outcome.drained);
    return outcome.settled;
  }

  /** Keeps an envelope with the bytes of its picture; what becomes of it is told. */
  async keep(envelope, bytes) {
    await this.queue.put(envelope, bytes);
    askToStayOnce();
    this.hurry();
  }

  outcomeOf(id, askIn) {
    let settle;
    const settled = new Promise((resolve) => (settle = resolve));
    const outcome = { settled, lay: undefined }; // in which state its envelope lay here before
    const listen = async ({ detail: told }) => {
      if (told.type === "sent" && told.id === id) settle({ held: told.record });
      else if (told.type === "refused" && told.id === id) {
        if (outcome.lay !== "refused") await this.queue.remove(id);
        settle({ refused: told.problem, status: told.status });
      } else if (told.type === "rest" && (told.line || told.id === id)) {
        clearTimeout(timer); // whoever is asked to sign in takes their time
        if (told.why === "signin" && (await askIn())) this.hurry();
        else settle({ kept: true });
      }
    };
    const timer = setTimeout(() => settle({ kept: true }), PATIENCE_MS);
    outcome.forget = () => {
      clearTimeout(timer);
      this.removeEventListener("told", listen);
    };
    this.addEventListener("told", listen);
    settled.then(outcome.forget);
    // What waits for another one that was refused is not tried at all.
    outcome.drained = async () => (await this.queue.isHeldBack(id)) && settle({ kept: true });
    return outcome;
  }

  /** Send what can be sent; `hurry`: also what is still resting. One run at a time, in all tabs together. */
  async kick({ hurry = false, id } = {}) {
    try {
      if (hurry) await this.queue.wake(id);
      this.again = await this.tabs.alone(() => this.delivery.drain());
      this.dispatchEvent(new CustomEvent("drained", { detail: this.again }));
    } catch (error) {
      // The page is being left, its database with it; the next page goes on.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** A tap: nothing waits any longer, `id` not even where it was refused. */
  hurry(id) {
    return this.kick({ hurry: true, id });
  }

  heard(told) {
    if (told.type === "giveWay") this.delivery.giveWay();
    else this.dispatchEvent(new CustomEvent("told", { detail: told }));
  }

  /** The connection was lost, to the browser or to a newer version of the product in another tab: it goes on with another. */
  async renew() {
    this.queue.database = this.shelf.database = await openDatabase();
    this.tabs.say({ type: "changed" });
    this.kick();
    return this;
  }

  /** What waits for a record, or hangs on it. */
  async waitingFor(subject) {
    const concerns = (each) => samePlace(each.subject, subject) || samePlace(each.about, subject);
    const waiting = await this.queue.list();
    const facts = waiting.filter((each) => !isPhoto(each) && concerns(each));
    const pictured = (photo) => [subject, ...facts.map((each) => each.subject)].some((each) => samePlace(photo.subject, each));
    return waiting.filter((each) => facts.includes(each) || concerns(each) || (isPhoto(each) && pictured(each)));
  }
}

let opened;
const forget = () => (opened = undefined);
// Whoever on the page has the outbox in hand keeps it.
whenGone(() => {
  opened = opened?.then((outbox) => outbox.renew());
  opened?.catch(forget);
});

/** The outbox of this page's person; rejects with CannotKeep where this browser window cannot have one. */
export function openOutbox(person = document.body.dataset.person) {
  opened ??= open(person).catch((error) => {
    forget();
    throw error;
  });
  return opened;
}

/** The same; null where there is none, for whoever goes another way then. */
export const outboxHere = () => openOutbox().catch(nothing);

/** Why nothing can be kept here; `words` say it to a person. */
export class CannotKeep extends Error {
  constructor(words, cause) {
    super(words, { cause });
    this.words = words;
  }
}

/** No key yet, no database, no room: whoever asked goes another way. Anything else is a fault of ours and is not hidden. */
export function nothing(error) {
  if (error instanceof CannotKeep || error instanceof DOMException) return null;
  throw error;
}

async function open(person) {
  if (isShut()) throw new CannotKeep("本机锁着，先打开");
  if (!self.indexedDB || !crypto.subtle || !navigator.locks) {
    throw new CannotKeep("这个浏览器窗口不能存在本机：没有网络时送不出，也留不住。换普通窗口、用https打开");
  }
  let database;
  try {
    database = await openDatabase();
  } catch (error) {
    throw new CannotKeep("这个浏览器窗口不能存在本机（无痕模式，或不让存）。换普通窗口再打开", error);
  }
  try {
    return new Outbox(database, await keyOf(database, person, fetchPhoneKey), person);
  } catch (error) {
    throw new CannotKeep(isFull(error) ? FULL : "还没有取到本机的密钥，连上网络再打开一次", error);
  }
}
