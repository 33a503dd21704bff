import { applyOwnComment } from './room-frames.js';

/** At most two frames a second, each of at most 50 taps, as the protocol allows. */
const LIKE_PAUSE_MS = 500;
const LIKES_A_FRAME = 50;
export const COMMENT_CODE_POINTS = 50;
const COMMENT_BYTES = 200;
const REFUSAL_SHOWN_MS = 6_000;

/** The text as the server would take it, or null when there is nothing to send or too much. */
export function readyComment(text) {
  const trimmed = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').trim();
  const points = [...trimmed].length;
  if (points === 0 || points > COMMENT_CODE_POINTS) return null;
  return new TextEncoder().encode(trimmed).length > COMMENT_BYTES ? null : trimmed;
}

/** Comments and likes of this viewer. A comment is on the screen once the server took it, never before. */
export class Talk {
  #sent = [];
  #taps = 0;
  #timer = 0;

  constructor({ connection, store }) {
    Object.assign(this, { connection, store });
  }

  /** @returns {boolean} false when it could not even be sent. */
  comment(text) {
    if (!this.connection.send({ t: 'comment', text })) return false;
    this.#sent.push(text);
    this.#talk({ refusal: null });
    return true;
  }

  taken(frame) {
    this.#sent.shift();
    this.store.update((state) => applyOwnComment(state, frame));
  }

  /** Gives the words back to the viewer together with the reason. */
  refused(frame) {
    const draft = this.#sent.shift() ?? null;
    // How long a mute lasts is told in the sentence only.
    const until = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(frame.code === 'VIEWER_MUTED' ? frame.detail : '');
    const refusal = { code: frame.code, untilMs: until ? Date.parse(until[0]) : null };
    this.#talk({ refusal, draft });
    setTimeout(() => {
      if (this.store.state.talk.refusal === refusal) this.#talk({ refusal: null });
    }, REFUSAL_SHOWN_MS);
  }

  /** A new connection answers nothing of the old one. */
  reset() {
    this.#sent = [];
  }

  /** Counts a tap; taps are summed and told at most twice a second. */
  like() {
    this.#taps++;
    this.store.update((state) => ({ likes: state.likes + 1 }));
    if (!this.#timer) this.#flush();
  }

  #flush() {
    const n = Math.min(this.#taps, LIKES_A_FRAME);
    if (n > 0 && this.connection.send({ t: 'like', n })) this.#taps -= n;
    this.#timer = this.#taps > 0 || n > 0 ? setTimeout(() => this.#again(), LIKE_PAUSE_MS) : 0;
  }

  #again() {
    this.#timer = 0;
    if (this.#taps > 0 && this.store.state.link.state === 'live') this.#flush();
  }

  #talk(change) {
    this.store.update(({ talk }) => ({ talk: { ...talk, ...change } }));
  }
}
