import { newestFirst, withOrders } from './room-frames.js';

/** After this the server should have told that a hold has ended; the page asks instead. */
const EXPIRY_GRACE_MS = 1_500;
const JUST_PAID_MS = 8_000;
/** Orders of the list that say by themselves who they count for: few, so that nobody runs into a limit by looking. */
const CREDITS_SHOWN = 5;
/** Unreachable, broken, late: the call may have had its effect. */
const DARK_STATUSES = new Set([0, 500, 504]);

/**
 * The viewer's orders: read, paid, cancelled. What is shown as paid or cancelled is what the server answered. `credits` in
 * the store has a sentence in each language, by order.
 *
 * A payment in the store is {phase, problem?, cause?} by order, with the phases paying, cancelling, failed, unknown
 * (may have been paid) and refund (money came too late and goes back).
 */
export class Orders {
  #checked = new Set();
  #credited = new Set();

  constructor({ api, store, clock, onNews }) {
    Object.assign(this, { api, store, clock, onNews });
  }

  /** Reads the newest page. */
  async load() {
    await this.#page(null);
  }

  async loadMore() {
    const { next } = this.store.state.ordersPage;
    if (next) await this.#page(next);
  }

  /**
   * An `order` frame, or an answer: kept, and told when it changes what the viewer knew.
   *
   * @param {Map} [asked] of an order that was read: the orders that were known when it was asked for.
   */
  learn(order, asked) {
    const before = this.store.state.orders.get(order.order);
    this.store.update((state) => ({ orders: withOrders(state.orders, [order], asked) }));
    const after = this.store.state.orders.get(order.order);
    if (before && before.state !== after.state) this.#tell(after);
  }

  /** Asks who the order counts for, unless that is known: what was decided when it was placed stays. */
  async loadCredit(order) {
    if (this.#credited.has(order)) return;
    this.#credited.add(order);
    try {
      const { sentence } = await this.api.attribution(order);
      this.store.update(({ credits }) => ({ credits: new Map(credits).set(order, sentence) }));
    } catch {
      // The card goes without the line until it is opened again; the order is the same.
      this.#credited.delete(order);
    }
  }

  /** The same for the newest orders of the list. */
  async loadCredits() {
    const newest = [...this.store.state.orders.values()].sort(newestFirst).slice(0, CREDITS_SHOWN);
    for (const { order } of newest) await this.loadCredit(order);
  }

  /** An order that costs nothing is confirmed, for there is nothing that a payment provider could do. */
  async pay(order) {
    this.#payment(order, { phase: 'paying' });
    try {
      if (this.store.state.orders.get(order)?.totalFen === 0) {
        this.learn(await this.api.confirmOrder(order));
        this.#payment(order, null);
        return;
      }
      const { outcome, cause } = await this.api.demoPayment(order);
      if (outcome === 'REFUND_DUE' && cause !== 'ALREADY_PAID') this.#payment(order, { phase: 'refund', cause });
      else this.#payment(order, null);
      await this.#refresh(order);
    } catch (failure) {
      await this.#payFailed(order, failure);
    }
  }

  async cancel(order) {
    this.#payment(order, { phase: 'cancelling' });
    try {
      const answer = await this.api.cancelOrder(order);
      this.#payment(order, null);
      this.learn(answer);
    } catch (failure) {
      this.#payment(order, { phase: 'failed', problem: failure.problem });
      if (failure.definite) await this.#refresh(order);
    }
  }

  /** Called each second: an order whose time has run out without a word from the server is asked for, once. */
  checkExpired() {
    for (const order of this.store.state.orders.values()) {
      const over = this.clock.now() - order.payByMs > EXPIRY_GRACE_MS;
      if (order.state === 'RESERVED' && over && !this.#checked.has(order.order)) {
        this.#checked.add(order.order);
        this.#refresh(order.order);
      }
    }
  }

  async #page(before) {
    try {
      const asked = this.store.state.orders;
      const { orders, next = null } = await this.api.myOrders(before);
      for (const order of orders) this.learn(order, asked);
      this.store.update({ ordersPage: { loaded: true, failed: false, next } });
    } catch {
      this.store.update(({ ordersPage }) => ({ ordersPage: { ...ordersPage, failed: true } }));
    }
  }

  /** A payment is not sent again in the dark: whether it arrived is read from the order first. */
  async #payFailed(order, { definite, problem }) {
    const dark = !definite && DARK_STATUSES.has(problem?.status ?? 0);
    this.#payment(order, { phase: dark ? 'unknown' : 'failed', problem });
    if ((await this.#refresh(order)) && dark && this.store.state.orders.get(order)?.state === 'RESERVED') {
      this.#payment(order, { phase: 'failed', problem });
    }
  }

  /** @returns {Promise<boolean>} whether the server answered. */
  async #refresh(order) {
    try {
      const asked = this.store.state.orders;
      this.learn(await this.api.order(order), asked);
      return true;
    } catch {
      return false;
    }
  }

  #tell(order) {
    this.#payment(order.order, null, ['refund']);
    if (order.state === 'PAID') this.#markPaid(order.order);
    this.onNews(order);
  }

  #markPaid(order) {
    const change = (edit) => this.store.update(({ justPaid }) => ({ justPaid: edit(new Set(justPaid)) }));
    change((paid) => paid.add(order));
    setTimeout(() => change((paid) => (paid.delete(order), paid)), JUST_PAID_MS);
  }

  #payment(order, payment, unlessPhases = []) {
    this.store.update((state) => {
      if (unlessPhases.includes(state.payments.get(order)?.phase)) return null;
      const payments = new Map(state.payments);
      if (payment) payments.set(order, payment);
      else payments.delete(order);
      return { payments };
    });
  }
}
