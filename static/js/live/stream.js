// One open line to /live, made anew whenever it breaks, from where we had heard. No DOM.

import { eventsOf } from "./events.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
// The server shows a sign of life every 10 s; a line that is silent for longer than two of them has died without a word.
const SILENCE_MS = 25_000;

export class Stream {
  /**
   * `heard` is the position to go on from, "" at the very first time. `told` has: news(message), anew() when too much was
   * missed to be told, first() where nothing was heard before, at(position), up() and down().
   */
  constructor(url, heard, told) {
    this.url = url;
    this.heard = heard;
    this.told = told;
    this.wait = FIRST_WAIT_MS;
    this.ended = false;
  }

  async run() {
    while (!this.ended) {
      await this.listen().catch(() => undefined);
      if (this.ended) return;
      this.told.down();
      await this.pause();
    }
  }

  /** At once, where it waits for the next try: the browser sees a network again. */
  hurry() {
    this.wait = FIRST_WAIT_MS;
    this.wake?.();
  }

  end() {
    this.ended = true;
    this.line?.abort();
    this.wake?.();
  }

  async listen() {
    this.line = new AbortController();
    const beforeFirst = !this.heard;
    this.expectLife();
    try {
      const answer = await fetch(this.url, {
        headers: this.heard ? { "Last-Event-ID": this.heard } : {},
        cache: "no-store",
        signal: this.line.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      this.wait = FIRST_WAIT_MS;
      this.told.up();
      if (beforeFirst) this.told.first();
      for await (const event of eventsOf(answer.body)) this.take(event);
    } finally {
      clearTimeout(this.silence);
    }
  }

  take({ id, name, data }) {
    this.expectLife();
    if (id) this.heard = id;
    if (name === "reset") this.told.anew();
    else if (data) this.told.news(JSON.parse(data));
    if (id) this.told.at(id);
  }

  expectLife() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.line.abort(), SILENCE_MS);
  }

  /** Not all of a township in the same second, when its server is back. */
  pause() {
    const ms = this.wait * (0.5 + Math.random() / 2);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
