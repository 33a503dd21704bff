import { ServerClock } from '../clock.js';
import { LiveConnection } from '../live.js';
import { applyRoom, applyTick } from '../room-frames.js';

/** After news from the room the figures are asked for at once, but not more often than this. */
const SOONEST_MS = 400;
/** Payments and refunds move nothing that a viewer sees: the figures are asked for without news as well. */
const LATEST_MS = 1_500;
/** How many numbers of viewers are kept for the small chart. */
const VIEWERS_KEPT = 90;

/**
 * Keeps a board abreast of one room: its picture by the live socket, which comes back by itself and then begins with a whole
 * picture, and its figures, which are made of the journal. Whatever else a board shows of the journal is asked for along with
 * them, by `onAsked`. Two consoles that follow one room show the same.
 */
export class RoomFollower {
  #live;
  #timer = 0;
  #askedAt = -Infinity;
  #asking = null;
  #stopped = false;

  constructor({ room, api, session, store, onRefused, onAsked }) {
    Object.assign(this, { room, api, store, onRefused, onAsked });
    this.clock = new ServerClock();
    this.#live = new LiveConnection({
      room,
      api,
      session,
      onFrame: (frame) => this.#hear(frame),
      onLink: (link) => this.store.update({ link }),
    });
  }

  start() {
    this.#live.start();
    this.refresh();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#live.stop();
  }

  retryNow() {
    this.#live.retryNow();
  }

  /** Asks for the figures now; whoever asks meanwhile gets the answer after. */
  async refresh() {
    clearTimeout(this.#timer);
    while (this.#asking) await this.#asking;
    this.#askedAt = performance.now();
    this.#asking = Promise.all([this.#ask(), this.onAsked()]);
    await this.#asking;
    this.#asking = null;
    this.#schedule(LATEST_MS);
  }

  async #ask() {
    try {
      const [figures, { proposals }] = await Promise.all([this.api.figures(this.room), this.api.proposals()]);
      if (this.#stopped) return;
      this.store.update((state) => ({
        figures: newer(state.figures, figures),
        proposals,
        figuresFailure: null,
        viewersSeen: [...state.viewersSeen, figures.viewers].slice(-VIEWERS_KEPT),
      }));
    } catch (failure) {
      if (this.#stopped) return;
      this.store.update({ figuresFailure: failure.code ?? 'UNEXPECTED' });
      if (failure.problem?.status === 401 || failure.problem?.status === 403) this.onRefused(failure);
    }
  }

  #hear(frame) {
    if (this.#stopped) return;
    if (frame.t === 'room') {
      this.clock.sample(Date.parse(frame.now));
      this.store.update((state) => applyRoom(state, frame));
      this.#schedule(0);
    } else if (frame.t === 'tick') {
      this.clock.sample(frame.now);
      const change = applyTick(this.store.state, frame);
      if (!change) return;
      this.store.update(change);
      this.#schedule(SOONEST_MS - (performance.now() - this.#askedAt));
    }
  }

  #schedule(ms) {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), Math.max(0, ms));
  }
}

/** Of two answers that overtook each other the later record's counts; a server that began anew is believed. */
function newer(known, told) {
  if (known && known.room === told.room && known.sequence > told.sequence && known.at > told.at) return known;
  return told;
}
