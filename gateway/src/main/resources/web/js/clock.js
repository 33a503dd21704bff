/** How long one sample of the server's time counts. A server that was restarted is believed after this. */
const SAMPLE_LIFE_MS = 30_000;
const SAMPLE_LIMIT = 32;

/**
 * The server's time, from the `now` fields of its frames. The viewer's own clock is never asked: samples are laid
 * against the browser's monotone timer, and the sample that was least delayed on its way (the largest) counts.
 */
export class ServerClock {
  #samples = [];

  /** Takes one `now` of the server, in epoch ms, at the moment it was received. */
  sample(serverMs) {
    if (!Number.isFinite(serverMs)) return;
    const at = performance.now();
    this.#samples = this.#samples.filter((sample) => at - sample.at < SAMPLE_LIFE_MS).slice(1 - SAMPLE_LIMIT);
    this.#samples.push({ at, offset: serverMs - at });
  }

  /** Whether the server has told its time at all. */
  get known() {
    return this.#samples.length > 0;
  }

  /** The server's time in epoch ms; the viewer's own only until the server has been heard. */
  now() {
    if (!this.known) return Date.now();
    return performance.now() + Math.max(...this.#samples.map((sample) => sample.offset));
  }
}

/**
 * Calls `onSecond` right after each full second of the clock, so that all countdowns of the page step together.
 *
 * @returns {() => void} stops it.
 */
export function everySecond(clock, onSecond) {
  let timer = 0;
  const arm = () => {
    timer = setTimeout(
      () => {
        onSecond();
        arm();
      },
      1005 - (clock.now() % 1000),
    );
  };
  arm();
  return () => clearTimeout(timer);
}
