import { Component, tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const { div, span, strong } = tag;

const SHOWN_MS = 1_800;
/** A ticker that is further behind than this skips to what is new. */
const LONGEST_QUEUE = 5;

/** What others do, one piece of news after the other, each long enough to be read. Not read out: it never ends. */
export class Ticker extends Component {
  #queue = [];
  #seen = new Set();
  #timer = 0;
  state = { one: null };

  componentDidUpdate(before) {
    if (before.news !== this.props.news) this.#take(this.props.news);
  }

  componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  #take(news) {
    this.#queue.push(...news.filter((one) => !this.#seen.has(one.id)));
    this.#seen = new Set(news.map((one) => one.id));
    this.#queue = this.#queue.slice(-LONGEST_QUEUE);
    if (!this.#timer) this.#next();
  }

  #next() {
    const one = this.#queue.shift() ?? null;
    this.setState({ one });
    this.#timer = one ? setTimeout(() => this.#next(), SHOWN_MS) : 0;
  }

  render({ item, kind }, { one }) {
    return div(
      { class: 'ticker', 'aria-hidden': 'true', 'data-testid': `${kind}-ticker` },
      one && div({ class: `ticker-item ticker-${kind}`, key: one.id }, item(one)),
    );
  }
}

/** "xxx just bought": an order as the ticker shows it. */
export function boughtItem(offers, order) {
  const title = offers.get(order.offer)?.title;
  return [
    icon('bag'),
    strong(null, order.name),
    span(null, t('bought')),
    title && span({ class: 'ticker-title' }, title),
    order.quantity > 1 && span({ class: 'ticker-units' }, `×${order.quantity}`),
    order.more && span({ class: 'ticker-units' }, `+${order.more}`),
  ];
}
