import { Fragment, h, tag } from '../lib.js';
import { splitFen, timeLeft, yuan } from '../format.js';
import { t } from '../i18n.js';
import { unitsTogether } from '../buy-status.js';

const { span, del } = tag;

/** A price as shops set it: a small sign, a large number, small cents. Read out as one amount. */
export function price(fen, className = '') {
  const { whole, cents } = splitFen(fen);
  return span(
    { class: `price ${className}` },
    span({ class: 'sr-only' }, yuan(fen)),
    span({ 'aria-hidden': 'true' }, span({ class: 'price-sign' }, '¥'), whole, span({ class: 'price-cents' }, cents)),
  );
}

/** The list price, struck through; nothing when it is what the offer costs. */
export function listPrice(offer, fen) {
  const listFen = offer.listPriceFen * unitsTogether(offer);
  if (listFen <= fen) return null;
  const text = yuan(listFen);
  return del(
    { class: 'price-list' },
    span({ class: 'sr-only' }, t('offer.list', { price: text })),
    span({ 'aria-hidden': 'true' }, text),
  );
}

/** What is left until a moment: days in words, the rest in boxes or as plain digits. */
export function countdown(ms, className = '') {
  const { days, text } = timeLeft(ms);
  return h(
    Fragment,
    null,
    days > 0 && span({ class: 'count-days' }, t('room.days', { n: days })),
    span({ class: `count ${className}`, role: 'timer', 'aria-live': 'off' }, text),
  );
}
