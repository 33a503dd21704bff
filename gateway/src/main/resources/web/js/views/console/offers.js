import { h, tag } from '../../lib.js';
import { count, shortTime, yuan } from '../../format.js';
import { localeTag, t } from '../../i18n.js';
import { countdownAt, priceAt, stateAt } from '../../offer-time.js';
import { timeLeft } from '../../format.js';
import { icon } from '../icons.js';
import { Thumb } from '../thumb.js';
import { note } from './note.js';
import { pressButton } from './press.js';
import { timeline } from './timeline.js';

const { section, header, h3, ul, li, div, p, span, button } = tag;

/** All offers of the room, the pinned one first, then by number. */
export function offerList(view) {
  const { state, page } = view;
  const offers = [...state.offers.values()].sort(
    (a, b) => (b.offer === state.pinned) - (a.offer === state.pinned) || a.offer - b.offer,
  );
  return section(
    { class: 'panel-card offers-card', 'aria-labelledby': 'offers-title' },
    header(
      { class: 'card-head' },
      h3({ class: 'card-title', id: 'offers-title' }, t('console.offers', { n: offers.length })),
      page.may('saveOffer') &&
        button(
          { type: 'button', class: 'act act-main', 'data-testid': 'new-offer', onClick: () => page.ask({ name: 'offer', offer: null }) },
          icon('plus'),
          t('console.newOffer'),
        ),
    ),
    note(view, 'offer'),
    offers.length === 0 && p({ class: 'card-none' }, t('console.noOffers')),
    ul({ class: 'console-offers' }, offers.map((offer) => row(offer, view))),
  );
}

function row(offer, view) {
  const { state, nowMs } = view;
  const sale = stateAt(offer, nowMs);
  const pinned = state.pinned === offer.offer;
  const sales = state.figures?.offers.find((one) => one.offer === offer.offer);
  return li(
    {
      key: offer.offer,
      class: `console-offer ${pinned ? 'is-pinned' : ''}`,
      'data-testid': `offer-${offer.offer}`,
      'data-state': sale,
      'data-pinned': pinned ? 'true' : 'false',
    },
    h(Thumb, { offer, className: 'console-offer-thumb' }),
    div(
      { class: 'console-offer-text' },
      p({ class: 'console-offer-title' }, offer.title),
      p(
        { class: 'console-offer-facts' },
        salePill(sale, offer),
        pinned && span({ class: 'pill pill-pin' }, icon('pin'), t('console.pinned')),
        span({ class: 'console-offer-number' }, `#${offer.offer}`),
        countdown(offer, nowMs),
      ),
    ),
    price(offer, nowMs),
    stock(offer, sales),
    money(sales),
    buttons(offer, sale, view),
    offer.priceWindows.length > 0 && timeline(offer, nowMs),
    note(view, `sale-${offer.offer}`),
    note(view, `pin-${offer.offer}`),
    note(view, `stock-${offer.item}`),
  );
}

function salePill(sale, offer) {
  const gone = sale === 'ON_SALE' && offer.available === 0;
  const name = gone ? 'GONE' : sale;
  return span({ class: `pill pill-sale-${name.toLowerCase().replace('_', '-')}` }, t(`console.sale.${name}`));
}

function countdown(offer, nowMs) {
  const next = countdownAt(offer, nowMs);
  if (!next) return null;
  const left = timeLeft(next.atMs - nowMs);
  const time = left.days > 0 ? shortTime(new Date(next.atMs).toISOString(), localeTag()) : left.text;
  return span({ class: 'console-offer-next' }, icon('clock'), t(`console.next.${next.kind}`, { time, price: next.priceFen === undefined ? '' : yuan(next.priceFen) }));
}

function price(offer, nowMs) {
  const now = priceAt(offer, nowMs);
  return div(
    { class: 'console-offer-price' },
    span({ class: 'console-offer-now' }, yuan(now)),
    now !== offer.listPriceFen && span({ class: 'console-offer-list' }, yuan(offer.listPriceFen)),
  );
}

/** Sold, kept by orders that are not paid yet, and left. Units that other rooms sell of the item are in none of them. */
function stock(offer, sales) {
  const sold = sales ? sales.paidUnits - sales.refundedUnits : 0;
  const whole = Math.max(1, sold + offer.available);
  return div(
    { class: 'console-offer-stock' },
    span(
      { class: 'console-offer-left' },
      span({ class: offer.available === 0 ? 'is-gone' : '', 'data-testid': `left-${offer.offer}` }, count(offer.available, localeTag())),
      ' ',
      t('console.left'),
    ),
    span({ class: 'stock-track', 'aria-hidden': 'true' }, span({ class: 'stock-sold', style: { width: `${(100 * sold) / whole}%` } })),
    span({ class: 'console-offer-sold' }, t('console.sold', { n: count(sold, localeTag()) })),
  );
}

function money(sales) {
  const net = sales ? sales.paidFen - sales.refundedFen : 0;
  return div(
    { class: 'console-offer-money' },
    span({ class: 'console-offer-net' }, yuan(Math.max(0, net))),
    sales?.refundedFen > 0 && span({ class: 'console-offer-back' }, `−${yuan(sales.refundedFen)}`),
  );
}

function buttons(offer, sale, { state, page }) {
  const pinned = state.pinned === offer.offer;
  const name = (key) => t(`console.${key}Of`, { offer: offer.title });
  const ask = (dialog) => () => page.ask({ ...dialog, offer });
  const small = (operation, testId, label, picture, text, onPress) =>
    page.may(operation) &&
    button({ type: 'button', class: 'act', 'aria-label': label, 'data-testid': `${testId}-${offer.offer}`, onClick: onPress }, icon(picture), text);
  return div(
    { class: 'console-offer-buttons' },
    sale === 'ON_SALE' ? closeButton(offer, name('close'), page, ask({ name: 'close' })) : openButton(offer, name('open'), page),
    page.may('pinOffer') &&
      pressButton({
        page,
        name: `pin-${offer.offer}`,
        testId: `pin-${offer.offer}`,
        className: 'act',
        label: name(pinned ? 'unpin' : 'pin'),
        children: [icon('pin'), t(pinned ? 'console.unpin' : 'console.pin')],
        onPress: () => page.pin(offer.offer),
      }),
    small('changeStock', 'restock', name('restock'), 'box', t('console.restock'), ask({ name: 'restock' })),
    small('changeStock', 'write-off', name('writeOff'), 'minus', t('console.writeOff'), ask({ name: 'write-off' })),
    small('saveOffer', 'edit', name('edit'), 'edit', t('console.edit'), ask({ name: 'offer' })),
  );
}

function closeButton(offer, label, page, onClick) {
  if (!page.may('closeOffer')) return null;
  return button(
    {
      type: 'button',
      class: 'act act-grave',
      'aria-label': label,
      disabled: page.presses.isBusy(`sale-${offer.offer}`),
      'data-testid': `close-${offer.offer}`,
      onClick,
    },
    icon('stop'),
    t('console.close'),
  );
}

function openButton(offer, label, page) {
  if (!page.may('openOffer')) return null;
  return pressButton({
    page,
    name: `sale-${offer.offer}`,
    testId: `open-${offer.offer}`,
    className: 'act act-main',
    label,
    children: [icon('bolt'), t('console.open')],
    onPress: () => page.openOffer(offer.offer),
  });
}
