import { jittered } from './random.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A connection that lasted this long starts the pauses over. */
const STEADY_MS = 30_000;
const SILENCE_MS = 15_000;
const PING_AFTER_MS = 20_000;
const BEAT_MS = 1_000;

/** Close codes that say this page is wrong or unwanted: it does not come back by itself. */
const FINAL_CLOSES = new Map([
  [1003, 'CLOSED'],
  [1007, 'CLOSED'],
  [1009, 'CLOSED'],
  [4400, 'BAD_FRAMES'],
  [4409, 'REPLACED'],
]);
const TOKEN_EXPIRED = 4401;
const IDLE = 4408;

/**
 * The room's WebSocket, kept up as `docs/live-protocol.md` asks: a new ticket for every connection, jittered
 * exponential pauses, the server's own hint after a `bye`, and an end of silence.
 *
 * `onLink` is told one of
 *   {state: 'connecting'}
 *   {state: 'live'}
 *   {state: 'waiting', code, retryAt}   the server was heard or the connection broke; retryAt by performance.now()
 *   {state: 'offline', retryAt}         nothing answers
 *   {state: 'closed', code}             for good
 */
export class LiveConnection {
  #socket = null;
  #timer = 0;
  #beat = 0;
  #failures = 0;
  #liveSince = 0;
  #heardAt = 0;
  #sentAt = 0;
  #byeAfterMs = null;
  #byeReason = null;
  #link = { state: 'closed' };
  #round = 0;
  #listening = new AbortController();

  constructor({ room, api, session, onFrame, onLink }) {
    Object.assign(this, { room, api, session, onFrame, onLink });
  }

  start() {
    const { signal } = this.#listening;
    addEventListener('online', () => this.retryNow(), { signal });
    addEventListener('offline', () => this.#lost('UNREACHABLE'), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || this.retryNow(), { signal });
    this.#connect();
  }

  /** Leaves the room for good; nothing is told any more. */
  stop() {
    this.#listening.abort();
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#drop();
  }

  /** Ends a pause early; does nothing while connected, connecting or closed for good. */
  retryNow() {
    if (this.#link.state !== 'waiting' && this.#link.state !== 'offline') return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  /** @returns {boolean} whether the frame was handed to a live connection. */
  send(frame) {
    if (this.#link.state !== 'live') return false;
    this.#socket.send(JSON.stringify(frame));
    this.#sentAt = performance.now();
    return true;
  }

  #tell(link) {
    this.#link = link;
    this.onLink(link);
  }

  async #connect() {
    const round = ++this.#round;
    this.#tell({ state: 'connecting' });
    try {
      await this.session.signIn(this.api);
      const { ticket } = await this.api.ticket(this.room);
      if (round === this.#round) this.#open(round, ticket);
    } catch (failure) {
      if (round === this.#round) this.#ticketRefused(failure);
    }
  }

  #ticketRefused(failure) {
    if (failure.problem?.status === 401 && this.session.expire()) {
      this.#pause('TOKEN_EXPIRED', failure.retryAfterMs);
    } else if (failure.definite || failure.problem?.status === 401) {
      // Outside the demo nobody hands out tokens: the page was opened without one.
      this.#tell({ state: 'closed', code: failure.code === 'NOT_FOUND' ? 'TOKEN_MISSING' : failure.code });
    } else {
      this.#pause(failure.code ?? 'UNREACHABLE', failure.retryAfterMs ?? 0);
    }
  }

  #open(round, ticket) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const address = `${scheme}://${location.host}/api/v1/rooms/${this.room}/live?ticket=${encodeURIComponent(ticket)}`;
    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#byeAfterMs = null;
    this.#byeReason = null;
    this.#heardAt = performance.now();
    socket.onmessage = (event) => round === this.#round && this.#receive(event.data);
    socket.onclose = (event) => round === this.#round && this.#closed(event.code);
    this.#beat = setInterval(() => this.#keepAlive(), BEAT_MS);
  }

  #receive(data) {
    this.#heardAt = performance.now();
    const frame = JSON.parse(data);
    if (frame.t === 'room' && this.#link.state !== 'live') {
      this.#liveSince = this.#sentAt = performance.now();
      this.#tell({ state: 'live' });
    }
    if (frame.t === 'bye') {
      this.#byeReason = frame.reason;
      this.#byeAfterMs = frame.reconnectAfterMs ?? null;
    }
    this.onFrame(frame);
  }

  #keepAlive() {
    const now = performance.now();
    if (now - this.#heardAt > SILENCE_MS) this.#lost('UNREACHABLE');
    else if (now - this.#sentAt > PING_AFTER_MS) this.send({ t: 'ping' });
  }

  #closed(closeCode) {
    this.#drop();
    const final = FINAL_CLOSES.get(closeCode);
    if (final) {
      this.#tell({ state: 'closed', code: final });
    } else if (closeCode === TOKEN_EXPIRED && !this.session.expire()) {
      this.#tell({ state: 'closed', code: 'TOKEN_EXPIRED' });
    } else if (closeCode === IDLE && document.hidden) {
      this.#tell({ state: 'waiting', code: 'IDLE', retryAt: Infinity });
    } else {
      this.#pause(this.#byeReason ?? 'UNREACHABLE', this.#byeAfterMs ?? 0, this.#byeAfterMs);
    }
  }

  /** Gives up a connection without waiting for a close that a dead network never delivers. */
  #lost(code) {
    if (!this.#socket) return;
    this.#socket.close();
    this.#drop();
    this.#pause(code, 0);
  }

  #drop() {
    clearInterval(this.#beat);
    this.#socket = null;
    this.#round++;
    if (this.#liveSince && performance.now() - this.#liveSince > STEADY_MS) this.#failures = 0;
    this.#liveSince = 0;
  }

  /** @param exactly the server's own, already jittered hint; taken instead of ours. */
  #pause(code, atLeastMs, exactly = null) {
    const step = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures++);
    const pause = exactly ?? Math.max(jittered(step), atLeastMs);
    const retryAt = performance.now() + pause;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), pause);
    this.#tell(code === 'UNREACHABLE' ? { state: 'offline', retryAt } : { state: 'waiting', code, retryAt });
  }
}
