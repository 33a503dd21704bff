import { tag } from '../lib.js';
import { timeLeft, yuan } from '../format.js';
import { t } from '../i18n.js';
import { buyStatus } from '../buy-status.js';
import { tipsOf } from '../tips.js';
import { buyNote } from './buy.js';
import { icon } from './icons.js';

const { button, div, li, ol, p, span, strong } = tag;

/** Kinds of `buyStatus` in which a press gives a tip, or opens the order of one that waits for its payment. */
const PRESSABLE = new Set(['onSale', 'priceChanged', 'retry', 'reserved', 'paid']);
/** Kinds in which there is nothing to give. */
const ABSENT = new Set(['roomNotOpen', 'upcoming', 'closed']);

/** One button a tip, and who has tipped most; nothing in a room without tips. */
export function tipGroup({ state, page, nowMs }) {
  const tips = givable(state, nowMs);
  if (tips.length === 0 && state.tippers.length === 0) return null;
  return div(
    { class: 'tip-group', role: 'group', 'aria-label': t('tip.row'), 'data-testid': 'tip-row' },
    tippersButton({ state, page }),
    tips.map(({ offer, status }) => tipButton({ page, offer, status, nowMs })),
  );
}

/** Why the last tip was not given. */
export function tipNotes({ state, nowMs }) {
  return givable(state, nowMs).map(({ offer }) => buyNote({ state, offer, nowMs }));
}

function givable(state, nowMs) {
  return tipsOf(state)
    .map((offer) => ({ offer, status: buyStatus(state, offer, nowMs) }))
    .filter(({ status }) => !ABSENT.has(status.kind));
}

function tipButton({ page, offer, status, nowMs }) {
  const able = PRESSABLE.has(status.kind);
  const price = yuan(status.totalFen);
  return button(
    {
      type: 'button',
      key: offer.offer,
      class: `tip tip-${status.kind}`,
      'aria-label': t('tip.give', { title: offer.title, price }),
      'aria-disabled': able ? undefined : 'true',
      'aria-busy': status.kind === 'sending' ? 'true' : undefined,
      'data-testid': `tip-${offer.offer}`,
      'data-state': status.kind,
      onClick: () => able && page.pressTip(offer, status),
    },
    status.kind === 'sending' ? span({ class: 'spinner', 'aria-hidden': 'true' }) : icon('gift'),
    span({ class: 'tip-title' }, offer.title),
    span({ class: 'tip-price' }, caption(status, price, nowMs)),
  );
}

function caption(status, price, nowMs) {
  if (status.kind === 'reserved') return t('buy.reserved', { time: timeLeft(status.order.payByMs - nowMs).text });
  return status.kind === 'soldOut' || status.kind === 'limit' ? t(`buy.${status.kind}`) : price;
}

/** Who leads the ranking; opens all of it. */
function tippersButton({ state, page }) {
  const [first] = state.tippers;
  if (!first) return null;
  return button(
    {
      type: 'button',
      class: 'tip tip-first',
      'aria-label': t('tip.first', { who: first.who, price: yuan(first.fen) }),
      'aria-haspopup': 'dialog',
      'data-testid': 'open-tippers',
      onClick: () => page.openSheet({ name: 'tippers' }),
    },
    icon('crown'),
    span({ class: 'tip-title' }, first.who),
    span({ class: 'tip-price' }, yuan(first.fen)),
  );
}

/** The ten who tipped most. */
export function tippersSheet({ state }) {
  if (state.tippers.length === 0) return p({ class: 'fine' }, t('tip.nobody'));
  return ol(
    { class: 'tippers', 'data-testid': 'tippers' },
    state.tippers.map((tipper, index) =>
      li(
        { class: 'tipper', key: index },
        span({ class: 'tipper-place', 'aria-hidden': 'true' }, index + 1),
        strong({ class: 'tipper-who' }, tipper.who),
        span({ class: 'tipper-fen' }, yuan(tipper.fen)),
      ),
    ),
  );
}

/** A tip as the ticker shows it. */
export function tipItem(tip) {
  return [
    icon('gift'),
    strong(null, tip.who),
    span(null, t('tip.gave')),
    span({ class: 'ticker-title' }, tip.title),
    tip.quantity > 1 && span({ class: 'ticker-units' }, `×${tip.quantity}`),
    tip.more && span({ class: 'ticker-units' }, `+${tip.more}`),
  ];
}
