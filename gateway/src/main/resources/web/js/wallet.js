import { readCoupon } from './coupons.js';

/**
 * The viewer's coupons and points, as the server told them last. Coupons whose state an order changed are read again, never
 * guessed; `unfitFor` of a coupon has the offers for which an order with it was refused.
 */
export class Wallet {
  constructor({ api, store }) {
    Object.assign(this, { api, store });
  }

  /** Reads the newest page of coupons. */
  async load() {
    await this.#coupons(null);
  }

  async loadMore() {
    const { next } = this.store.state.couponsPage;
    if (next) await this.#coupons(next);
  }

  /** Reads the balance and the newest moves. */
  async loadPoints() {
    await this.#points(null);
  }

  async loadMorePoints() {
    const { next } = this.store.state.points;
    if (next) await this.#points(next);
  }

  /** What an order was refused with: the coupon is not tried for that offer again, and its state is read. */
  refused({ offer, body }, { code }) {
    const coupon = this.store.state.coupons.get(body.coupon);
    if (!coupon || !code.startsWith('COUPON_')) return;
    this.#put([{ ...coupon, unfitFor: new Set(coupon.unfitFor).add(offer) }]);
    this.load();
  }

  /** After news of an order: reads again what it may have changed. */
  follow(order) {
    if (order.coupon || order.lines.some((line) => line.vouchers)) this.load();
  }

  async #coupons(before) {
    try {
      const { coupons, next = null } = await this.api.myCoupons(before);
      this.#put(coupons.map(readCoupon));
      this.store.update({ couponsPage: { loaded: true, failed: false, next } });
    } catch {
      this.store.update(({ couponsPage }) => ({ couponsPage: { ...couponsPage, failed: true } }));
    }
  }

  #put(told) {
    this.store.update((state) => {
      const coupons = new Map(state.coupons);
      for (const coupon of told) {
        coupons.set(coupon.coupon, { unfitFor: coupons.get(coupon.coupon)?.unfitFor, ...coupon });
      }
      return { coupons };
    });
  }

  async #points(before) {
    try {
      const { balance, moves, next = null } = await this.api.myPoints(before);
      this.store.update(({ points }) => ({
        points: { loaded: true, failed: false, balance, moves: before ? [...points.moves, ...moves] : moves, next },
      }));
    } catch {
      this.store.update(({ points }) => ({ points: { ...points, failed: true } }));
    }
  }
}
