// A loud two-tone call, made here (no file to fetch): it goes on until stop(). Browsers stay silent until the page was tapped
// once; `open()` tries, and answers whether it may be heard.

const LOW_HZ = 660;
const HIGH_HZ = 990;
const BEEP_S = 0.35;
const EVERY_MS = 1_400;
const SHAKE_MS = [400, 200, 400];
const SETTLE_MS = 300;

export class Tone {
  async open() {
    this.sounds ??= new AudioContext();
    // Where no tap has come yet, resuming may wait for one for ever.
    await Promise.race([this.sounds.resume(), new Promise((done) => setTimeout(done, SETTLE_MS))]).catch(() => undefined);
    return this.sounds.state === "running";
  }

  start() {
    if (this.timer) return;
    this.once();
    this.timer = setInterval(() => this.once(), EVERY_MS);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.shake(0);
  }

  /** One call, also to try how it sounds. */
  once() {
    this.shake(SHAKE_MS);
    this.beep(LOW_HZ, 0);
    this.beep(HIGH_HZ, BEEP_S);
  }

  /** Browsers complain where nobody has tapped yet. */
  shake(pattern) {
    if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(pattern);
  }

  beep(hertz, after) {
    const begins = this.sounds.currentTime + after;
    const wave = new OscillatorNode(this.sounds, { type: "square", frequency: hertz });
    const loud = new GainNode(this.sounds, { gain: 0.9 });
    wave.connect(loud).connect(this.sounds.destination);
    wave.start(begins);
    wave.stop(begins + BEEP_S);
  }
}
