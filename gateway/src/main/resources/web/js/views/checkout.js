import { h, tag } from '../lib.js';
import { shortTime, signedYuan, timeLeft, yuan } from '../format.js';
import { localeTag, sentence, t } from '../i18n.js';
import { icon } from './icons.js';
import { countdown, price } from './price.js';
import { reviewButtons } from './review-form.js';
import { Thumb } from './thumb.js';

const { div, p, span, button, ul, li, strong } = tag;

/** The lines of an order with the pictures of the offers that this room knows. */
export function orderLines(state, order) {
  return ul(
    { class: 'lines' },
    order.lines.map((line) => {
      const offer = state.offers.get(line.offer) ?? { title: t('order.item', { n: line.offer }) };
      return li(
        { class: 'line', key: line.offer },
        h(Thumb, { offer, className: 'line-picture' }),
        span({ class: 'line-title' }, offer.title),
        span({ class: 'line-price' }, yuan(line.unitPriceFen), span({ class: 'line-units' }, ` × ${line.quantity}`)),
      );
    }),
  );
}

/** Pay and cancel for an order that is held, and what became of the last try. */
export function orderActions({ state, page, order, nowMs }) {
  const payment = state.payments.get(order.order);
  const busy = payment?.phase === 'paying' || payment?.phase === 'cancelling';
  const asking = state.sheet?.cancelling === order.order;
  return div(
    { class: 'order-actions' },
    paymentNote(payment),
    asking ? cancelQuestion({ page, order }) : null,
    !asking &&
      div(
        { class: 'order-buttons' },
        button(
          {
            type: 'button',
            class: 'quiet',
            'aria-disabled': busy ? 'true' : undefined,
            'data-testid': 'cancel-button',
            onClick: () => busy || page.askCancel(order.order),
          },
          t(payment?.phase === 'cancelling' ? 'pay.cancelling' : 'pay.cancel'),
        ),
        button(
          {
            type: 'button',
            class: 'primary',
            'aria-disabled': busy || payment?.phase === 'unknown' ? 'true' : undefined,
            'aria-busy': payment?.phase === 'paying' ? 'true' : undefined,
            'data-testid': 'pay-button',
            onClick: () => busy || payment?.phase === 'unknown' || page.pay(order.order),
          },
          payment?.phase === 'paying' && span({ class: 'spinner', 'aria-hidden': 'true' }),
          payment?.phase === 'paying' ? t('pay.sending') : payCaption(order),
        ),
      ),
  );
}

function payCaption({ totalFen }) {
  return totalFen === 0 ? t('pay.confirm') : t('pay.button', { price: yuan(totalFen) });
}

function cancelQuestion({ page, order }) {
  return div(
    { class: 'order-ask', role: 'group', 'aria-label': t('pay.cancelAsk') },
    p(null, t('pay.cancelAsk')),
    div(
      { class: 'order-buttons' },
      button(
        { type: 'button', class: 'quiet', 'data-testid': 'cancel-keep', onClick: () => page.askCancel(null) },
        t('pay.cancelNo'),
      ),
      button(
        { type: 'button', class: 'danger', 'data-testid': 'cancel-confirm', onClick: () => page.cancel(order.order) },
        t('pay.cancelYes'),
      ),
    ),
  );
}

/** Said in words: refused, unknown, or the money goes back. */
export function paymentNote(payment) {
  const text = paymentText(payment);
  return text && p({ class: 'buy-note buy-note-warn', 'data-testid': 'payment-note' }, icon('alert'), span(null, text));
}

function paymentText(payment) {
  if (payment?.phase === 'refund') return t('pay.refundDue', { cause: t(`cause.${payment.cause}`) });
  if (payment?.phase === 'unknown') return t('pay.unknown');
  if (payment?.phase !== 'failed') return null;
  return payment.problem?.code === 'NOT_FOUND'
    ? t('pay.unavailable')
    : sentence(payment.problem?.code ?? 'UNREACHABLE');
}

/** What the order's coupon takes off. */
function discountLine(order) {
  if (!order.discountFen) return null;
  return p(
    { class: 'discount', 'data-testid': 'discount' },
    icon('ticket'),
    span(null, t('order.discount')),
    span({ class: 'discount-fen' }, signedYuan(-order.discountFen)),
  );
}

/** The vouchers that a paid pack has brought. */
function voucherLine(page, order) {
  const count = order.lines.reduce((sum, { vouchers }) => sum + (vouchers?.count ?? 0), 0);
  if (count === 0) return null;
  return button(
    { type: 'button', class: 'quiet wide', 'data-testid': 'vouchers', onClick: () => page.openSheet({ name: 'wallet' }) },
    icon('ticket'),
    t('pay.vouchers', { n: count }),
  );
}

/** Who the order counts for, once that is known. */
function creditLine(state, order) {
  const sentence = state.credits.get(order.order);
  return sentence && p({ class: 'credit', 'data-testid': 'attribution' }, icon('share'), span(null, sentence[state.language]));
}

/** What opens after a press has become an order: hold, pay, done. */
export function checkout({ state, page, nowMs }) {
  const order = state.orders.get(state.sheet.order);
  if (!order) return null;
  const body = order.state === 'RESERVED' ? held : order.state === 'PAID' ? paid : over;
  return div({ class: `checkout checkout-${order.state.toLowerCase()}` }, body({ state, page, order, nowMs }));
}

function held({ state, page, order, nowMs }) {
  const left = order.payByMs - nowMs;
  const spent = 1 - Math.max(0, Math.min(1, left / (order.payByMs - Date.parse(order.placedAt))));
  return [
    div(
      { class: 'hold' },
      h(
        'svg',
        { class: 'hold-ring', viewBox: '0 0 120 120', 'aria-hidden': 'true' },
        h('circle', { class: 'hold-track', cx: 60, cy: 60, r: 54 }),
        h('circle', {
          class: 'hold-left',
          cx: 60,
          cy: 60,
          r: 54,
          pathLength: 100,
          'stroke-dashoffset': (spent * 100).toFixed(1),
        }),
      ),
      div({ class: 'hold-time' }, span({ class: 'hold-label' }, t('pay.leftLabel')), countdown(left, 'count-plain')),
    ),
    p(
      { class: 'hold-text', 'data-testid': 'order-state', 'data-state': order.state },
      left > 0 ? t('pay.held') : t('pay.checking'),
    ),
    orderLines(state, order),
    discountLine(order),
    div({ class: 'total' }, span(null, t('order.total')), price(order.totalFen, 'price-big')),
    creditLine(state, order),
    orderActions({ state, page, order, nowMs }),
    p({ class: 'fine' }, t(order.totalFen === 0 ? 'pay.nothing' : 'pay.demo')),
  ];
}

function paid({ state, page, order }) {
  return [
    div(
      { class: 'done' },
      span({ class: 'done-mark' }, icon('check')),
      strong({ class: 'done-title', 'data-testid': 'order-state', 'data-state': order.state }, t('pay.done')),
    ),
    p({ class: 'hold-text' }, t('pay.doneBody', { n: order.order })),
    orderLines(state, order),
    discountLine(order),
    div({ class: 'total' }, span(null, t('order.total')), price(order.totalFen, 'price-big')),
    creditLine(state, order),
    voucherLine(page, order),
    paymentNote(state.payments.get(order.order)),
    button(
      { type: 'button', class: 'primary wide', 'data-testid': 'checkout-done', onClick: () => page.closeSheet() },
      t('pay.ok'),
    ),
  ];
}

function over({ state, page, order }) {
  return [
    div(
      { class: 'done done-over' },
      span({ class: 'done-mark' }, icon('clock')),
      strong(
        { class: 'done-title', 'data-testid': 'order-state', 'data-state': order.state },
        t(`order.state.${order.state}`),
      ),
    ),
    orderLines(state, order),
    creditLine(state, order),
    paymentNote(state.payments.get(order.order)),
    button(
      { type: 'button', class: 'primary wide', 'data-testid': 'checkout-done', onClick: () => page.closeSheet() },
      t('pay.ok'),
    ),
  ];
}

/** One order in the list of my orders. */
export function orderCard({ state, page, order, nowMs }) {
  const open = order.state === 'RESERVED';
  return li(
    { key: order.order, class: 'order', 'data-testid': `order-${order.order}` },
    div(
      { class: 'order-head' },
      span(
        { class: 'order-number' },
        t('order.number', { n: order.order }),
        span({ class: 'order-when' }, shortTime(order.placedAt, localeTag())),
      ),
      span(
        { class: `state state-${order.state.toLowerCase()}`, 'data-testid': 'order-state', 'data-state': order.state },
        t(`order.state.${order.state}`),
      ),
    ),
    orderLines(state, order),
    discountLine(order),
    div(
      { class: 'total total-small' },
      open
        ? span(
            { class: 'order-left' },
            icon('clock'),
            order.payByMs > nowMs ? t('pay.left', { time: timeLeft(order.payByMs - nowMs).text }) : t('pay.checking'),
          )
        : span(
            { class: 'order-left' },
            order.refundedFen ? t('order.refunded', { price: yuan(order.refundedFen) }) : '',
          ),
      price(order.totalFen),
    ),
    creditLine(state, order),
    reviewButtons({ state, page, order }),
    open ? orderActions({ state, page, order, nowMs }) : paymentNote(state.payments.get(order.order)),
  );
}
