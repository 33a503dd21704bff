import { tag } from '../lib.js';
import { t } from '../i18n.js';
import { newestFirst } from '../room-frames.js';
import { orderCard } from './checkout.js';
import { icon } from './icons.js';

const { div, p, ul, button } = tag;

/** How many orders wait for their payment. */
export function unpaidCount(state) {
  let unpaid = 0;
  for (const order of state.orders.values()) if (order.state === 'RESERVED') unpaid++;
  return unpaid;
}

/** My orders: those to pay first, then the newest. */
export function myOrders({ state, page, nowMs }) {
  const { loaded, failed, next } = state.ordersPage;
  const orders = [...state.orders.values()].sort(newestFirst);
  orders.sort((a, b) => (b.state === 'RESERVED') - (a.state === 'RESERVED'));
  return div(
    { class: 'my-orders', 'data-testid': 'my-orders' },
    failed &&
      div(
        { class: 'empty' },
        p(null, t('order.failed')),
        button({ type: 'button', class: 'quiet', onClick: () => page.loadOrders() }, t('order.reload')),
      ),
    loaded &&
      orders.length === 0 &&
      div(
        { class: 'empty' },
        icon('orders', 'empty-icon'),
        p({ class: 'empty-title' }, t('order.empty')),
        p(null, t('order.emptyBody')),
      ),
    ul(
      { class: 'order-list' },
      orders.map((order) => orderCard({ state, page, order, nowMs })),
    ),
    next && button({ type: 'button', class: 'quiet wide', onClick: () => page.loadMoreOrders() }, t('order.more')),
  );
}
