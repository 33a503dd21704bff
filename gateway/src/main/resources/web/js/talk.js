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

/** Refusals that say until when. */
const SILENCING = new Set(['VIEWER_MUTED', 'TALK_SLOWED']);

/** Comments and likes of this viewer, and what moderators say to them. A comment is on the screen once the server took it, never before. */
export class Talk {
  #sent = [];
  #taps = 0;
  #timer = 0;

  constructor({ room, api, connection, store, clock }) {
    Object.assign(this, { room, api, connection, store, clock });
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
    // How long one has to be silent is told in the sentence only.
    const until = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(SILENCING.has(frame.code) ? frame.detail : '');
    const refusal = { code: frame.code, untilMs: until ? Date.parse(until[0]) : null };
    this.#talk({ refusal, draft });
    if (frame.code === 'VIEWER_MUTED' && !this.store.state.talk.mute) this.#mute({ untilMs: refusal.untilMs, reason: null });
    setTimeout(() => {
      if (this.store.state.talk.refusal === refusal) this.#talk({ refusal: null });
    }, REFUSAL_SHOWN_MS);
  }

  /**
   * A `mute` frame: what moderators decided about this viewer.
   *
   * @returns {string | null} name of the text that says so, null when the page shows it already.
   */
  moderated({ state, until, reason = null }) {
    if (state === 'MUTED') {
      this.#mute({ untilMs: until ? Date.parse(until) : null, reason });
      return null;
    }
    if (state === 'DENIED') {
      this.#talk({ mute: { ...this.store.state.talk.mute, untilMs: until ? Date.parse(until) : null, reason, appeal: 'denied' } });
      return 'say.appealDenied';
    }
    this.#talk({ mute: null, refusal: null });
    return state === 'GRANTED' ? 'say.appealGranted' : 'say.unmuted';
  }

  /** A mute ends by time as well. */
  check() {
    const { mute } = this.store.state.talk;
    if (mute?.untilMs && mute.untilMs <= this.clock.now()) this.#talk({ mute: null });
  }

  /** Says something against the mute. */
  async appeal(text) {
    try {
      await this.api.appeal(text);
      this.#appealed({ appeal: 'sent', refusal: null });
    } catch ({ code }) {
      if (code === 'NOT_MUTED') this.#talk({ mute: null });
      else this.#appealed(code === 'APPEAL_MADE' ? { appeal: 'sent', refusal: null } : { refusal: code ?? 'UNEXPECTED' });
    }
  }

  /** @returns {Promise<string | null>} null when it was taken, else the code of why not. */
  async report(comment) {
    try {
      await this.api.reportComment(this.room, comment);
      this.store.update(({ reported }) => ({ reported: new Set(reported).add(comment) }));
      return null;
    } catch (failure) {
      return failure.code ?? 'UNEXPECTED';
    }
  }

  #mute({ untilMs, reason }) {
    this.#talk({ mute: { untilMs, reason, appeal: 'none', refusal: null } });
  }

  #appealed(change) {
    const { mute } = this.store.state.talk;
    if (mute) this.#talk({ mute: { ...mute, ...change } });
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
