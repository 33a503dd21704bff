/** Reviews of one page. */
const PAGE = 10;

/**
 * What buyers say of an offer's item, and the viewer's own words. In the store `reviews` has by offer {loaded, failed, count,
 * averageTenths, cases, list, next}, `reviewing` by order and offer {phase, problem?} with the phases sending, sent and failed,
 * and `ownReviews` by item what the viewer wrote and where it stands.
 */
export class Reviews {
  constructor({ room, api, store }) {
    Object.assign(this, { room, api, store });
  }

  /** Reads the first page anew. */
  async load(offer) {
    await this.#page(offer, null);
  }

  async loadMore(offer) {
    const next = this.store.state.reviews.get(offer)?.next;
    if (next) await this.#page(offer, next);
  }

  /** Reads the viewer's own; without an answer the page goes by what it knows. */
  async loadOwn() {
    try {
      const { reviews } = await this.api.myReviews();
      this.store.update({ ownReviews: new Map(reviews.map((review) => [review.item, review])) });
    } catch {
      // The button says "write a review" then, and what is written takes the old one's place all the same.
    }
  }

  /** @returns {Promise<boolean>} whether it was taken; the same once more is taken as well. */
  async write(order, offer, review) {
    const key = reviewKey(order, offer);
    if (this.store.state.reviewing.get(key)?.phase === 'sending') return false;
    this.#reviewing(key, { phase: 'sending' });
    try {
      await this.api.writeReview(order, { offer, ...review });
      this.#reviewing(key, { phase: 'sent' });
      this.loadOwn();
      return true;
    } catch (failure) {
      this.#reviewing(key, { phase: 'failed', problem: failure.problem });
      return false;
    }
  }

  /** What became of the last try, when its form is opened anew. */
  forget(order, offer) {
    const key = reviewKey(order, offer);
    if (this.store.state.reviewing.get(key)?.phase === 'failed') this.#reviewing(key, null);
  }

  async #page(offer, before) {
    try {
      const answer = await this.api.reviews(this.room, offer, PAGE, before);
      this.#put(offer, (known) => ({
        loaded: true,
        failed: false,
        count: answer.count,
        averageTenths: answer.averageTenths ?? null,
        cases: before ? known.cases : answer.cases,
        list: before ? [...known.list, ...answer.reviews] : answer.reviews,
        next: answer.next ?? null,
      }));
    } catch {
      this.#put(offer, (known) => ({ ...known, failed: true }));
    }
  }

  #put(offer, change) {
    this.store.update(({ reviews }) => {
      const known = reviews.get(offer) ?? { loaded: false, failed: false, count: 0, averageTenths: null, cases: [], list: [], next: null };
      return { reviews: new Map(reviews).set(offer, change(known)) };
    });
  }

  #reviewing(key, phase) {
    this.store.update((state) => {
      const reviewing = new Map(state.reviewing);
      if (phase) reviewing.set(key, phase);
      else reviewing.delete(key);
      return { reviewing };
    });
  }
}

/** What a review that is being written is kept under. */
export function reviewKey(order, offer) {
  return `${order}-${offer}`;
}
