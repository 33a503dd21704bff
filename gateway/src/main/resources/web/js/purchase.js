import { askUntilAnswered } from './asking.js';
import { freshKey } from './random.js';
import { withOrders } from './room-frames.js';

/** A press without an answer is repeated by itself after a reconnect when it is not older than this. */
const REPEAT_WITHIN_MS = 60_000;
const FORGET_AFTER_MS = 10 * 60_000;

/**
 * Presses of the buy button. A press is one key and one body from the moment it is made until the server has given a
 * definite answer, through retries, reconnects and reloads of the page; that is what makes it one order at most.
 *
 * In the store a press is {offer, key, body, pressedAt, phase} with the phases
 *   sending   being asked
 *   unknown   no definite answer yet: the viewer may ask again, with the same key
 *   refused   decided against; `problem` says why. A next press takes a new key
 * and is gone once it is reserved.
 */
export class Purchase {
  constructor({ room, api, session, store, onReserved, onRefused }) {
    Object.assign(this, { api, session, store, onReserved, onRefused });
    this.room = room;
    this.shelf = `sluice.presses.${room}.${session.viewer}`;
    this.#restore();
  }

  /**
   * @param expectedTotalFen what the viewer saw on the button, what the coupon takes off taken off.
   * @param coupon the coupon to use, null for none.
   */
  press(offer, quantity, expectedTotalFen, coupon = null) {
    const phase = this.store.state.presses.get(offer)?.phase;
    if (phase === 'sending') return;
    if (phase === 'unknown') {
      this.repeat(offer);
      return;
    }
    const body = { lines: [{ offer, quantity }], expectedTotalFen };
    if (coupon) body.coupon = coupon;
    if (this.session.share) body.share = this.session.share;
    this.#ask({ offer, key: freshKey(), body, pressedAt: Date.now() });
  }

  /** Asks again for a press without an answer: same key, same body. */
  repeat(offer) {
    const press = this.store.state.presses.get(offer);
    if (press?.phase === 'unknown') this.#ask(press);
  }

  /** After a reconnect: what was pressed a moment ago is asked again without a further press. */
  repeatFresh() {
    for (const press of this.store.state.presses.values()) {
      if (Date.now() - press.pressedAt < REPEAT_WITHIN_MS) this.repeat(press.offer);
    }
  }

  /** A refusal is no longer worth showing once the viewer changes the order or an order of the offer has ended. */
  forget(offer) {
    if (this.store.state.presses.get(offer)?.phase === 'refused') this.#put(offer, null);
  }

  async #ask(press) {
    const asked = { ...press, phase: 'sending', problem: null };
    this.#put(press.offer, asked);
    const place = () => this.api.placeOrder(this.room, asked.key, asked.body);
    const { answer, problem, definite } = await askUntilAnswered(place, this.session, this.api);
    if (answer) {
      this.#reserved(asked, answer);
    } else if (definite) {
      if (problem.code === 'SHARE_UNKNOWN') this.session.dropShare();
      this.#put(press.offer, { ...asked, phase: 'refused', problem });
      this.onRefused(asked, problem);
    } else {
      this.#put(press.offer, { ...asked, phase: 'unknown', problem });
    }
  }

  #reserved(press, order) {
    this.store.update((state) => ({ orders: withOrders(state.orders, [order]) }));
    this.#put(press.offer, null);
    this.onReserved(order);
  }

  #put(offer, press) {
    this.store.update((state) => {
      const presses = new Map(state.presses);
      if (press) presses.set(offer, press);
      else presses.delete(offer);
      return { presses };
    });
    this.#save();
  }

  /** Presses without an answer outlive a reload, in this tab and for this viewer only. */
  #save() {
    const open = [...this.store.state.presses.values()].filter((press) => press.phase !== 'refused');
    try {
      sessionStorage.setItem(this.shelf, JSON.stringify(open));
    } catch {
      // Without storage a reload forgets the press; the order, if there is one, is in my orders.
    }
  }

  #restore() {
    let open = [];
    try {
      open = JSON.parse(sessionStorage.getItem(this.shelf)) ?? [];
    } catch {
      // Nothing was kept.
    }
    const recent = open.filter((press) => Date.now() - press.pressedAt < FORGET_AFTER_MS);
    this.store.update({ presses: new Map(recent.map((press) => [press.offer, { ...press, phase: 'unknown' }])) });
  }
}
