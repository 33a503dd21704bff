import { Component, createRef, h, tag } from '../../lib.js';
import { localeTag, sentence, t } from '../../i18n.js';
import { shortTime, yuan } from '../../format.js';
import { icon } from '../icons.js';
import { wholeOf } from './fields.js';
import { orderCard } from './order.js';

const { div, section, h2, form, label, input, button, p, span, ul, li } = tag;

/** A customer's orders: looked for, listed, and one of them told as the journal has it. */
export function orders(view) {
  return h(Orders, view);
}

class Orders extends Component {
  field = createRef();
  #known = null;

  componentDidMount() {
    this.#follow();
  }

  componentDidUpdate() {
    this.#follow();
  }

  /** The figures tell that something became of the room's orders; another room begins with its latest. */
  #follow() {
    const { state, page } = this.props;
    const news = JSON.stringify([state.chosen, state.figures?.orders, state.figures?.money]);
    if (this.#known === news) return;
    this.#known = news;
    if (state.orders.list || state.orders.listFailure) page.orders.refresh();
    else page.orders.list();
  }

  #number() {
    return wholeOf(this.field.current.value.trim().replace(/^#/, ''));
  }

  render(view) {
    const { state } = view;
    return div(
      { class: 'orders' },
      section(
        { class: 'panel-card orders-find', 'aria-labelledby': 'orders-title' },
        h2({ class: 'card-title', id: 'orders-title' }, t('console.findOrders')),
        this.search(view),
        listHead(view),
        list(view),
      ),
      orderCard(view) ?? empty(state),
    );
  }

  search({ page }) {
    const ask = (how) => (event) => {
      event.preventDefault();
      const number = this.#number();
      this.setState({ wrong: Number.isNaN(number) });
      if (!Number.isNaN(number)) how(number);
    };
    return form(
      { class: 'orders-search', role: 'search', onSubmit: ask((number) => page.orders.open(String(number))) },
      label({ class: 'field-label', for: 'order-number' }, t('console.orderOrViewer')),
      input({
        id: 'order-number',
        ref: this.field,
        class: `console-input ${this.state.wrong ? 'is-wrong' : ''}`,
        inputmode: 'numeric',
        autocomplete: 'off',
        'aria-invalid': this.state.wrong ? 'true' : undefined,
        'aria-describedby': 'order-number-hint',
        'data-testid': 'find-number',
      }),
      p({ class: this.state.wrong ? 'field-fault' : 'field-hint', id: 'order-number-hint', role: this.state.wrong ? 'alert' : undefined }, t(this.state.wrong ? 'console.fault.number' : 'console.hint.orders')),
      div(
        { class: 'orders-search-ends' },
        button({ type: 'submit', class: 'act act-main', 'data-testid': 'find-order' }, icon('orders'), t('console.findOrder')),
        button(
          { type: 'button', class: 'act', 'data-testid': 'find-viewer', onClick: ask((number) => page.orders.list(number)) },
          icon('people'),
          t('console.findViewer'),
        ),
      ),
    );
  }
}

function listHead({ state: { orders: { viewer } }, page }) {
  return div(
    { class: 'orders-list-head' },
    span({ 'data-testid': 'orders-of' }, viewer ? t('console.ordersOfViewer', { n: viewer }) : t('console.ordersOfRoom')),
    viewer && button({ type: 'button', class: 'console-plain', 'data-testid': 'orders-latest', onClick: () => page.orders.list() }, t('console.latestOrders')),
  );
}

function list({ state, page }) {
  const { list: found, next, listFailure, order } = state.orders;
  if (!found) return p({ class: 'card-none', role: 'status' }, listFailure ? sentence(listFailure) : t('console.loading'));
  if (found.length === 0) return p({ class: 'card-none' }, t('console.noOrders'));
  return div(
    { class: 'orders-scroll', tabindex: 0, role: 'group', 'aria-label': t('console.tab.orders') },
    ul({ class: 'orders-list', 'data-testid': 'order-list' }, found.map((one) => entry(one, order?.order === one.order, state, page))),
    next && button({ type: 'button', class: 'console-plain', 'data-testid': 'more-orders', onClick: () => page.orders.more() }, t('console.moreOrders')),
  );
}

function entry(one, chosen, state, page) {
  return li(
    { key: one.order },
    button(
      {
        type: 'button',
        class: `order-row ${chosen ? 'is-chosen' : ''}`,
        'aria-current': chosen ? 'true' : undefined,
        'data-testid': `order-${one.order}`,
        onClick: () => page.orders.open(one.order),
      },
      span({ class: 'order-row-number' }, `#${one.order}`),
      span({ class: 'order-row-what' }, titles(one, state)),
      span({ class: 'order-row-money' }, yuan(one.totalFen)),
      span({ class: 'order-row-facts' }, t('console.viewer', { n: one.viewer }), ' · ', shortTime(one.placedAt, localeTag())),
      orderPill(one.state),
    ),
  );
}

function titles(order, state) {
  return order.lines.map((line) => `${offerTitle(state, line.offer)} × ${line.quantity}`).join(', ');
}

/** An offer of another room is called by its number. */
export function offerTitle(state, offer) {
  return state.offers.get(offer)?.title ?? `#${offer}`;
}

export function orderPill(state) {
  return span({ class: `pill pill-order-${state.toLowerCase()}`, 'data-state': state }, t(`order.state.${state}`));
}

function empty({ orders: { orderFailure } }) {
  return div(
    { class: 'panel-card orders-none', role: 'status', 'data-testid': 'no-order' },
    icon(orderFailure ? 'alert' : 'orders'),
    p(null, orderFailure ? sentence(orderFailure) : t('console.chooseOrder')),
  );
}
