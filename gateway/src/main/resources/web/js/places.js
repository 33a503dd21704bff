import { askUntilAnswered } from './asking.js';
import { jittered } from './random.js';

/** After this the server should have told that a turn is over; the page asks instead. */
const TURN_GRACE_MS = 1_500;
/** How many are before whoever waits is not told each time: while the line moves, it is read this often at most. */
const AHEAD_PAUSE_MS = 30_000;
/** States that the server keeps a place in. */
const KEPT = new Set(['WAITING', 'CALLED']);

/**
 * The viewer's places in the waiting lines of this room's offers, as the server told them last.
 *
 * In the store a place is {offer, state, units, ahead, waiting, untilMs, sequence} by offer, with the states WAITING, CALLED
 * (has a turn until untilMs), LEFT, LAPSED, CLOSED as the server names them, and GONE of one that was lost while nobody told
 * this page. One that is over stays as a word about it. What is being asked for an offer is {phase, problem?} in
 * `placeAsks`, with the phases joining, leaving and failed.
 */
export class Places {
  #told = 0;
  #checked = new Set();
  #readAt = -Infinity;

  constructor({ room, api, session, store, clock, onNews }) {
    Object.assign(this, { room, api, session, store, clock, onNews });
  }

  /** Reads all of them. What is told meanwhile is newer than the answer, which is then read again. */
  async load() {
    this.#readAt = nextReading();
    try {
      let told;
      let answer;
      do {
        told = this.#told;
        answer = await this.api.myPlaces();
      } while (told !== this.#told);
      this.#replace(answer.places.filter((place) => String(place.room) === this.room).map(readPlace));
    } catch {
      // They are read again with the next connection, and the server knows them.
    }
  }

  /** A `place` frame, or an answer; of two tellings of one place the later record wins. */
  learn(frame) {
    const place = readPlace(frame);
    const before = this.store.state.places.get(place.offer);
    this.#ask(place.offer, null);
    if (before && place.sequence < before.sequence) return;
    this.#told++;
    this.#readAt = nextReading();
    this.#checked.delete(place.offer);
    this.#put([...this.store.state.places.values(), place]);
    this.#tell(before, place);
  }

  /** Asks for a place; nothing while that is being asked already. */
  async join(offer, units) {
    await this.#change(offer, 'joining', () => this.api.joinLine(this.room, offer, units));
  }

  /** Gives a place or a turn up. */
  async leave(offer) {
    await this.#change(offer, 'leaving', () => this.api.leaveLine(this.room, offer));
  }

  /** A place that is over, or a refusal, is no longer worth a word once the viewer does something else about the offer. */
  forget(offer) {
    if (!KEPT.has(this.store.state.places.get(offer)?.state)) {
      this.#put([...this.store.state.places.values()].filter((place) => place.offer !== offer));
    }
    if (this.store.state.placeAsks.get(offer)?.phase === 'failed') this.#ask(offer, null);
  }

  /** After an order of the offer was placed: a turn is used up by it without a word. */
  async follow(order) {
    if (order.lines.some((line) => this.store.state.places.get(line.offer)?.state === 'CALLED')) await this.load();
  }

  /** Called each second: what time alone or the line of others may have changed is asked for. */
  check() {
    const kept = [...this.store.state.places.values()].filter((place) => KEPT.has(place.state));
    const late = kept.filter((place) => this.#isLate(place));
    for (const { offer } of late) this.#checked.add(offer);
    const moved = performance.now() > this.#readAt && !document.hidden && kept.some((place) => this.#hasMoved(place));
    if (late.length > 0 || moved) this.load();
  }

  #isLate({ offer, state, untilMs }) {
    return state === 'CALLED' && this.clock.now() - untilMs > TURN_GRACE_MS && !this.#checked.has(offer);
  }

  /** Whether more or fewer wait in the place's line than when it was told. */
  #hasMoved({ offer, state, waiting }) {
    return state === 'WAITING' && (this.store.state.offers.get(offer)?.waiting ?? 0) !== waiting;
  }

  async #change(offer, phase, call) {
    const before = this.store.state.placeAsks.get(offer)?.phase;
    if (before === 'joining' || before === 'leaving') return;
    this.#ask(offer, { phase });
    const { answer, problem } = await askUntilAnswered(call, this.session, this.api);
    if (answer) this.learn(answer);
    else if (phase === 'leaving' && problem.code === 'NOT_WAITING') this.#leftAlready(offer, problem.sequence);
    else this.#ask(offer, { phase: 'failed', problem });
  }

  #leftAlready(offer, sequence) {
    this.learn({ ...this.store.state.places.get(offer), offer, state: 'LEFT', sequence });
  }

  /** What the server keeps, and of the others what became of them. */
  #replace(kept) {
    const before = this.store.state.places;
    const now = new Set(kept.map((place) => place.offer));
    const lost = [...before.values()].filter((place) => !now.has(place.offer)).map((place) => this.#ended(place));
    // What is read is newer than all that was told, and has no record of its own.
    const read = kept.map((place) => ({ ...place, sequence: before.get(place.offer)?.sequence ?? 0 }));
    this.#put([...lost.filter(Boolean), ...read]);
    for (const place of kept) if (place.state === 'CALLED') this.#tell(before.get(place.offer), place);
  }

  #tell(before, place) {
    if (before?.state !== place.state || before.untilMs !== place.untilMs) this.onNews(place);
  }

  /** A turn that is gone before its time was used, here or elsewhere. */
  #ended(place) {
    if (place.state === 'WAITING') return { ...place, state: 'GONE' };
    if (place.state !== 'CALLED') return place;
    return this.clock.now() < place.untilMs ? null : { ...place, state: 'LAPSED' };
  }

  #put(places) {
    this.store.update({ places: new Map(places.map((place) => [place.offer, place])) });
  }

  #ask(offer, ask) {
    this.store.update(({ placeAsks }) => {
      const asks = new Map(placeAsks);
      if (ask) asks.set(offer, ask);
      else asks.delete(offer);
      return { placeAsks: asks };
    });
  }
}

/** A place as the server tells it, with the end of its turn as a number. */
function readPlace({ offer, state, units, ahead = 0, waiting = 0, until, sequence }) {
  return { offer, state, units, ahead, waiting, untilMs: until === undefined ? null : Date.parse(until), sequence };
}

function nextReading() {
  return performance.now() + jittered(AHEAD_PAUSE_MS);
}
