import { h, tag } from '../lib.js';
import { yuan } from '../format.js';
import { t } from '../i18n.js';
import { LOW_STOCK, turnAt, unitsTogether } from '../buy-status.js';
import { countdownAt, priceAt, stateAt } from '../offer-time.js';
import { goodsOf } from '../tips.js';
import { buyButton, buyNote, quantityPicker } from './buy.js';
import { couponChoice } from './coupon.js';
import { countdown, listPrice, price } from './price.js';
import { icon } from './icons.js';
import { lineNote } from './line.js';
import { reviewsButton } from './reviews.js';
import { Thumb } from './thumb.js';

const { article, div, span, h2, h3, ul, li, p, section } = tag;

/** Units left: loud when few, plain when many, said when none. */
export function stockTag(offer, testId) {
  const [kind, text] =
    offer.available === 0
      ? ['none', t('offer.none')]
      : offer.available <= LOW_STOCK
        ? ['low', t('offer.low', { n: offer.available })]
        : ['plain', t('offer.stock', { n: offer.available })];
  return span({ class: `tag tag-stock-${kind}`, 'data-testid': testId, 'data-available': offer.available }, text);
}

/** The countdown strip of an offer: to its opening, the end of its price, or its end. */
export function countdownLine(offer, nowMs) {
  const next = countdownAt(offer, nowMs);
  if (!next) return null;
  const label =
    next.kind === 'opens'
      ? t('offer.opensIn')
      : next.kind === 'rises'
        ? t('offer.priceRises')
        : next.kind === 'falls'
          ? t('offer.priceFalls', { price: yuan(next.priceFen) })
          : t('offer.closesIn');
  return p(
    { class: `deadline deadline-${next.kind}`, 'data-testid': `countdown-${offer.offer}` },
    icon('clock'),
    span({ class: 'deadline-label' }, label),
    countdown(next.atMs - nowMs),
  );
}

function tags(state, offer, nowMs, testId) {
  const closed = stateAt(offer, nowMs) === 'CLOSED';
  return div(
    { class: 'tags' },
    !closed && stockTag(offer, testId),
    offer.pack && span({ class: 'tag tag-pack', 'data-testid': `pack-${offer.offer}` }, t('offer.pack', { n: offer.pack.units })),
    offer.perViewerLimit !== undefined && span({ class: 'tag' }, t('offer.limit', { n: offer.perViewerLimit })),
  );
}

/** The offer that the host is showing, laid over the picture. */
export function pinnedOffer({ state, page, nowMs }) {
  const offer = state.offers.get(state.pinned);
  if (!offer) return null;
  const fen = priceAt(offer, nowMs) * unitsTogether(offer);
  return section(
    {
      class: 'pinned',
      'aria-label': t('offer.pinned'),
      'data-testid': 'pinned-offer',
      'data-offer': offer.offer,
      key: `pin-${offer.offer}`,
    },
    div(
      { class: 'pinned-main' },
      div(
        { class: 'pinned-picture' },
        h(Thumb, { offer }),
        span({ class: 'on-now' }, span({ class: 'on-now-bars', 'aria-hidden': 'true' }), t('offer.pinned')),
      ),
      div(
        { class: 'pinned-text' },
        h2({ class: 'pinned-title' }, offer.title),
        tags(state, offer, nowMs, 'pinned-stock'),
        div(
          { class: 'pinned-deal' },
          div({ class: 'pinned-prices' }, price(fen, 'price-big'), listPrice(offer, fen)),
          buyButton({ state, page, offer, nowMs, testId: 'pinned-buy-button', onPress: page.pressPinned }),
        ),
      ),
    ),
    countdownLine(offer, nowMs),
    couponChoice({ state, page, offer, nowMs, place: 'pinned' }),
    !turnAt(state, offer, nowMs) && lineNote({ state, page, offer, nowMs, where: 'pinned' }),
    buyNote({ state, offer, nowMs }),
  );
}

function offerCard({ state, page, offer, number, nowMs }) {
  const fen = priceAt(offer, nowMs) * unitsTogether(offer);
  const pinned = offer.offer === state.pinned;
  return li(
    { key: offer.offer, class: `offer ${pinned ? 'offer-on-now' : ''}`, 'data-testid': `offer-${offer.offer}` },
    article(
      { class: 'offer-card', 'aria-label': offer.title },
      div(
        { class: 'offer-picture' },
        h(Thumb, { offer }),
        span({ class: 'offer-number' }, t('offer.number', { n: number })),
        pinned && span({ class: 'on-now' }, span({ class: 'on-now-bars', 'aria-hidden': 'true' }), t('offer.pinned')),
      ),
      div(
        { class: 'offer-text' },
        h3({ class: 'offer-title' }, offer.title),
        tags(state, offer, nowMs, `stock-${offer.offer}`),
        countdownLine(offer, nowMs),
      ),
      div(
        { class: 'offer-deal' },
        div({ class: 'offer-prices', 'data-testid': `price-${offer.offer}` }, price(fen), listPrice(offer, fen)),
        quantityPicker({ state, page, offer, nowMs }),
        buyButton({ state, page, offer, nowMs, testId: `buy-button-${offer.offer}` }),
      ),
      couponChoice({ state, page, offer, nowMs }),
      lineNote({ state, page, offer, nowMs }),
      buyNote({ state, offer, nowMs }),
      reviewsButton({ page, offer }),
    ),
  );
}

/** All offers of the room but tips, in an order that never changes under a finger. */
export function offerList({ state, page, nowMs }) {
  const offers = goodsOf(state).map((offer, index) => ({ offer, number: index + 1 }));
  if (offers.length === 0) {
    return div(
      { class: 'empty' },
      icon('bag', 'empty-icon'),
      p({ class: 'empty-title' }, t('offers.empty')),
      p(null, t('offers.emptyBody')),
    );
  }
  const cards = offers.map(({ offer, number }) => offerCard({ state, page, offer, number, nowMs }));
  return ul({ class: 'offers', 'data-testid': 'offer-list' }, cards);
}

/** The offers beside the picture, on a wide screen. */
export function offersPanel({ state, page, nowMs }) {
  return section(
    { class: 'panel offers-panel', 'aria-labelledby': 'offers-title' },
    div(
      { class: 'panel-head' },
      h2({ id: 'offers-title', class: 'panel-title' }, t('offers.title')),
      span({ class: 'panel-note' }, t('offers.count', { n: goodsOf(state).length })),
    ),
    div({ class: 'panel-scroll' }, offerList({ state, page, nowMs })),
  );
}
