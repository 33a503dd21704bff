/** A story that takes more answers than this is shown as far as it was read. */
const MOST_ANSWERS = 20;

/** Nothing is looked for yet. */
export function emptyOrders() {
  return { viewer: null, list: null, next: null, listFailure: null, order: null, story: null, orderFailure: null };
}

/** Finds orders for whoever helps a customer: a room's latest or a viewer's, and one order with its story. */
export class OrderFinder {
  #asked = 0;
  /** Counts what was opened: an answer about what was open before comes too late. */
  #opened = 0;
  #refreshing = false;
  #again = false;

  constructor({ store, api }) {
    Object.assign(this, { store, api });
  }

  /** @param viewer whose orders are listed; null for the room's latest. */
  async list(viewer = null) {
    const turn = ++this.#asked;
    this.#set({ viewer, list: null, next: null, listFailure: null });
    await this.#read(turn, () => this.#page(viewer));
  }

  async more() {
    const { viewer, next, list } = this.#orders();
    await this.#read(this.#asked, async () => {
      const page = await this.#page(viewer, next);
      return { ...page, orders: [...list, ...page.orders] };
    });
  }

  /** @param {string} number of the order that is opened with its story. */
  async open(number) {
    this.#opened++;
    this.#set({ order: null, story: null, orderFailure: null });
    await this.#openAgain(number);
  }

  /** Brings the first page and the open order up to date; while that is under way, once more behind it. */
  async refresh() {
    this.#again = true;
    if (this.#refreshing) return;
    this.#refreshing = true;
    while (this.#again) {
      this.#again = false;
      await this.#refreshOnce();
    }
    this.#refreshing = false;
  }

  async #refreshOnce() {
    const { viewer, list, order } = this.#orders();
    await Promise.all([
      list && this.#read(this.#asked, async () => withOlder(await this.#page(viewer), this.#orders())),
      order && this.#openAgain(order.order),
    ]);
  }

  async #openAgain(number) {
    const opened = this.#opened;
    const { chosen } = this.store.state;
    const isWanted = () => this.#opened === opened && this.store.state.chosen === chosen;
    try {
      const known = this.#orders().story;
      const [order, story] = await Promise.all([this.api.order(number), known ? this.#storyOn(known, number) : this.#story(number)]);
      if (isWanted()) this.#set({ order, story, orderFailure: null });
    } catch (failure) {
      if (isWanted()) this.#set({ orderFailure: failure.code ?? 'UNEXPECTED' });
    }
  }

  /** A story that took more than one answer is not walked through again: it goes on behind its last step. */
  async #storyOn(known, number) {
    if (!known.isLong || known.next) return this.#story(number);
    const { steps, ...story } = await this.api.story(number, known.steps.at(-1).event.data.sequence + 1);
    return { ...known, ...story, fromSequence: known.fromSequence, steps: [...known.steps, ...steps] };
  }

  async #story(number) {
    const story = await this.api.story(number);
    for (let answers = 1; story.next && answers < MOST_ANSWERS; answers++) {
      const { steps, next } = await this.api.story(number, story.next);
      story.steps.push(...steps);
      story.next = next;
      story.isLong = true;
    }
    return story;
  }

  #page(viewer, before) {
    return viewer ? this.api.viewerOrders(viewer, before) : this.api.roomOrders(this.store.state.chosen, before);
  }

  /** Another question may have been asked meanwhile, or another room chosen. */
  async #read(turn, ask) {
    const { chosen } = this.store.state;
    const isWanted = () => turn === this.#asked && this.store.state.chosen === chosen;
    try {
      const { orders, next } = await ask();
      if (isWanted()) this.#set({ list: orders, next: next ?? null, listFailure: null });
    } catch (failure) {
      if (isWanted()) this.#set({ listFailure: failure.code ?? 'UNEXPECTED' });
    }
  }

  #orders() {
    return this.store.state.orders;
  }

  #set(change) {
    this.store.update((state) => ({ orders: { ...state.orders, ...change } }));
  }
}

/** The newest page, and behind it what was listed before and is older. */
function withOlder({ orders, next }, known) {
  const last = orders.at(-1);
  const older = last && next ? (known.list ?? []).filter(({ order }) => BigInt(order) < BigInt(last.order)) : [];
  return { orders: [...orders, ...older], next: older.length > 0 ? known.next : next };
}

/** Units of a line that are left to refund. */
export function givable(line) {
  return line.quantity - (line.refunded ?? 0);
}
