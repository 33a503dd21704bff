/** While the tab is open the list is asked for again and again: viewers write, and other operators judge. */
const AGAIN_MS = 3_000;

/**
 * The reviews that an operator looks at: those of one state, which two consoles show alike. In the store `judging` has {state,
 * list, waiting, next, failed, last}, where `last` is the review that was judged here last.
 */
export class ReviewDesk {
  #timer = 0;
  #open = false;
  #asked = 0;

  constructor({ api, store, presses }) {
    Object.assign(this, { api, store, presses });
  }

  open() {
    this.#open = true;
    this.load();
  }

  close() {
    this.#open = false;
    clearTimeout(this.#timer);
  }

  /** @param {string} state whose list is shown. */
  show(state) {
    this.#put({ state, list: null, next: null, last: null });
    this.load();
  }

  async load() {
    clearTimeout(this.#timer);
    const ask = ++this.#asked;
    const { state } = this.store.state.judging;
    try {
      const { reviews, waiting, next } = await this.api.reviews(state);
      if (ask === this.#asked) this.#put({ list: reviews, waiting, next: next ?? null, failed: null });
    } catch (failure) {
      if (ask === this.#asked) this.#put({ failed: failure.code ?? 'UNEXPECTED' });
    }
    if (this.#open && ask === this.#asked) this.#timer = setTimeout(() => this.#again(), AGAIN_MS);
  }

  /** Judges the text that is shown, and no other. */
  async judge(review, state, reason) {
    this.#put({ last: review.review });
    const body = { state, writtenSequence: review.writtenSequence, ...(reason && { reason }) };
    const done = await this.presses.press(`review-${review.review}`, () => this.api.judgeReview(review.review, body), { review: review.review });
    await this.load();
    return done;
  }

  #again() {
    // Nobody looks at a hidden page, and a long list is not taken from who reads it.
    if (document.hidden) this.#timer = setTimeout(() => this.#again(), AGAIN_MS);
    else this.load();
  }

  #put(change) {
    this.store.update(({ judging }) => ({ judging: { ...judging, ...change } }));
  }
}

/** Before anybody has looked. */
export function nothingToJudge() {
  return { state: 'WAITING', list: null, waiting: null, next: null, failed: null, last: null };
}
