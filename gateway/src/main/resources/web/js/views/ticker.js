import { Component, tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const { div, span, strong } = tag;

const SHOWN_MS = 1_800;
/** A ticker that is further behind than this skips to what is new. */
const LONGEST_QUEUE = 5;

/** "xxx just bought": one real order after the other, each long enough to be read. Not read out: it never ends. */
export class Ticker extends Component {
  #queue = [];
  #seen = new Set();
  #timer = 0;
  state = { order: null };

  componentDidUpdate(before) {
    if (before.bought !== this.props.bought) this.#take(this.props.bought);
  }

  componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  #take(bought) {
    this.#queue.push(...bought.filter((order) => !this.#seen.has(order.id)));
    this.#seen = new Set(bought.map((order) => order.id));
    this.#queue = this.#queue.slice(-LONGEST_QUEUE);
    if (!this.#timer) this.#next();
  }

  #next() {
    const order = this.#queue.shift() ?? null;
    this.setState({ order });
    this.#timer = order ? setTimeout(() => this.#next(), SHOWN_MS) : 0;
  }

  render({ offers }, { order }) {
    const title = order && offers.get(order.offer)?.title;
    return div(
      { class: 'ticker', 'aria-hidden': 'true', 'data-testid': 'bought-ticker' },
      order &&
        div(
          { class: 'ticker-item', key: order.id },
          icon('bag'),
          strong(null, order.name),
          span(null, t('bought')),
          title && span({ class: 'ticker-title' }, title),
          order.quantity > 1 && span({ class: 'ticker-units' }, `×${order.quantity}`),
          order.more && span({ class: 'ticker-units' }, `+${order.more}`),
        ),
    );
  }
}
