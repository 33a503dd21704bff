/**
 * The page's whole state, one plain object. It is only ever changed by `update`; what is inside is replaced, never
 * altered, so that a view sees a change by comparing references.
 */
export class Store {
  #listeners = new Set();
  #scheduled = false;

  constructor(state) {
    this.state = state;
  }

  /** @param change fields to replace, or a function from the state to such fields. */
  update(change) {
    const fields = typeof change === 'function' ? change(this.state) : change;
    if (!fields) return;
    this.state = { ...this.state, ...fields };
    this.#schedule();
  }

  subscribe(listener) {
    this.#listeners.add(listener);
  }

  /** Draws what is due to change by time alone. */
  touch() {
    this.#schedule();
  }

  /** Many changes of one frame are drawn once. A hidden page gets no animation frames, hence the microtask. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const listener of this.#listeners) listener(this.state);
    });
  }
}

/** The state of a page that has not heard anything yet. */
export function emptyState() {
  return {
    language: 'zh',
    link: { state: 'connecting' },
    wasLive: false,
    room: null,
    offers: new Map(),
    pinned: null,
    pinnedSince: -Infinity,
    viewers: 0,
    likes: 0,
    comments: [],
    hidden: new Set(),
    slowSeconds: 0,
    notShown: 0,
    bought: [],
    tips: [],
    tippers: [],
    rain: null,
    rainSeen: null,
    talk: { refusal: null, draft: null, mute: null },
    reported: new Set(),
    orders: new Map(),
    ordersPage: { loaded: false, failed: false, next: null },
    presses: new Map(),
    quantities: new Map(),
    payments: new Map(),
    credits: new Map(),
    reviews: new Map(),
    reviewing: new Map(),
    ownReviews: new Map(),
    bookings: new Set(),
    booking: null,
    begun: null,
    campaigns: { loaded: false, failed: false, list: [] },
    claims: new Map(),
    coupons: new Map(),
    couponsPage: { loaded: false, failed: false, next: null },
    choices: new Map(),
    places: new Map(),
    placeAsks: new Map(),
    points: { loaded: false, failed: false, balance: 0, moves: [], next: null },
    invitation: null,
    membership: null,
    sharing: null,
    justPaid: new Set(),
    sheet: null,
    toast: null,
    said: '',
  };
}
