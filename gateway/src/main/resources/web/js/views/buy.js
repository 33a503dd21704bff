import { tag } from '../lib.js';
import { timeLeft, yuan } from '../format.js';
import { sentence, t } from '../i18n.js';
import { buyStatus, chosenUnits, mostUnits, turnAt, unitsTogether } from '../buy-status.js';
import { icon } from './icons.js';

const { button, div, span, p } = tag;

/** Kinds of `buyStatus` in which a press does something. */
const PRESSABLE = new Set(['onSale', 'priceChanged', 'retry', 'reserved', 'paid', 'wait', 'called']);

/** Kinds in which the server is being asked. */
const BUSY = new Set(['sending', 'joining', 'leaving']);

/** Codes after which nobody on this side knows whether there is an order. */
const DARK_CODES = new Set(['UNREACHABLE', 'UNEXPECTED', 'INTERNAL', 'ANSWER_LATE']);

/** Kinds in which the viewer may still choose how many. */
const CHOOSABLE = new Set(['onSale', 'priceChanged', 'offline']);

function caption(status, nowMs) {
  switch (status.kind) {
    case 'upcoming':
      return upcomingCaption(status.opensAtMs, nowMs);
    case 'reserved':
      return t('buy.reserved', { time: timeLeft(status.order.payByMs - nowMs).text });
    case 'priceChanged':
      return t('buy.priceChanged', { price: yuan(status.totalFen) });
    case 'called':
      return t('buy.called', { n: status.quantity });
    default:
      return t(`buy.${status.kind}`);
  }
}

function upcomingCaption(opensAtMs, nowMs) {
  if (opensAtMs === null) return t('buy.soon');
  const { days, text } = timeLeft(opensAtMs - nowMs);
  return days > 0 ? t('buy.upcomingDays', { n: days }) : t('buy.upcoming', { time: text });
}

/**
 * The buy button of an offer in whatever state it is. It stays focusable when it cannot be pressed, so that a keyboard
 * does not lose its place when an offer sells out under it.
 */
export function buyButton({ state, page, offer, nowMs, testId, onPress = page.pressBuy }) {
  const status = buyStatus(state, offer, nowMs);
  const able = PRESSABLE.has(status.kind);
  const text = caption(status, nowMs);
  const label = t('buy.label', { action: text, title: offer.title, price: yuan(status.totalFen) });
  return button(
    {
      type: 'button',
      class: `buy buy-${status.kind}`,
      'aria-label': label,
      'aria-disabled': able ? undefined : 'true',
      'aria-busy': BUSY.has(status.kind) ? 'true' : undefined,
      'data-testid': testId,
      'data-state': status.kind,
      onClick: () => able && onPress.call(page, offer, status),
    },
    BUSY.has(status.kind) && span({ class: 'spinner', 'aria-hidden': 'true' }),
    status.kind === 'paid' && icon('check'),
    span(null, text),
  );
}

/** Why the last press did not become an order, and what can be done; nothing when there is nothing to say. */
export function buyNote({ state, offer, nowMs }) {
  const status = buyStatus(state, offer, nowMs);
  const text = noteText(status);
  if (!text) return null;
  const kind = status.kind === 'retry' || status.kind === 'priceChanged' ? 'warn' : 'bad';
  return p(
    { class: `buy-note buy-note-${kind}`, 'data-testid': `note-${offer.offer}` },
    icon('alert'),
    span(null, text),
  );
}

function noteText({ kind, note, totalFen }) {
  if (kind === 'priceChanged') return t('buy.priceChangedNote', { price: yuan(totalFen) });
  if (kind === 'retry') return DARK_CODES.has(note.code) ? t('buy.retryNote') : sentence(note.code);
  if ((kind !== 'onSale' && kind !== 'called') || !note || note.code === 'PRICE_CHANGED') return null;
  if (note.code === 'LIMIT_REACHED' && note.remaining > 0) return t('buy.remaining', { n: note.remaining });
  if (note.code === 'SOLD_OUT' && note.available > 0) return t('buy.availableNote', { n: note.available });
  return sentence(note.code);
}

/** How many to buy; absent when only one can be had, or none at the moment. */
export function quantityPicker({ state, page, offer, nowMs }) {
  const most = mostUnits(state, offer);
  const together = unitsTogether(offer);
  if (most < 2 * together || turnAt(state, offer, nowMs) || !CHOOSABLE.has(buyStatus(state, offer, nowMs).kind)) return null;
  const units = chosenUnits(state, offer, nowMs);
  const step = (name, label, next) =>
    button(
      {
        type: 'button',
        class: 'step',
        'aria-label': `${label}: ${offer.title}`,
        'aria-disabled': next < together || next > most ? 'true' : undefined,
        'data-testid': `quantity-${name}-${offer.offer}`,
        onClick: () => next >= together && next <= most && page.chooseQuantity(offer.offer, next),
      },
      icon(name === 'less' ? 'minus' : 'plus'),
    );
  return div(
    { class: 'quantity', role: 'group', 'aria-label': t('offer.quantity') },
    step('less', t('offer.less'), units - together),
    span({ class: 'quantity-units', 'data-testid': `quantity-${offer.offer}` }, units),
    step('more', t('offer.more'), units + together),
  );
}
