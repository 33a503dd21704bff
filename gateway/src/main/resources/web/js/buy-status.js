import { chosenCoupon } from './coupons.js';
import { priceAt, stateAt } from './offer-time.js';

/** Orders that count towards the per-viewer limit. */
const TAKEN_STATES = new Set(['RESERVED', 'PAID', 'SHIPPED', 'DELIVERED']);
export const LOW_STOCK = 10;

/** Units of the offer that this viewer holds or has bought, as far as the page has read the orders. */
function unitsTaken(state, offer) {
  let units = 0;
  for (const order of state.orders.values()) {
    if (!TAKEN_STATES.has(order.state)) continue;
    for (const line of order.lines) if (line.offer === offer) units += line.quantity;
  }
  return units;
}

function orderOf(state, offer, accepts) {
  let found = null;
  for (const order of state.orders.values()) {
    const fits = accepts(order) && order.lines.some((line) => line.offer === offer);
    if (fits && (!found || order.payByMs < found.payByMs)) found = order;
  }
  return found;
}

/** Units that are sold together: a whole pack, or one. */
export function unitsTogether(offer) {
  return offer.pack?.units ?? 1;
}

/** How many one press may ask for: the limit's rest, the stock, and what is sensible to tap. */
export function mostUnits(state, offer) {
  const rest = offer.perViewerLimit === undefined ? 99 : offer.perViewerLimit - unitsTaken(state, offer.offer);
  const problem = state.presses.get(offer.offer)?.problem;
  const told = problem?.code === 'LIMIT_REACHED' && problem.remaining !== undefined ? problem.remaining : rest;
  return Math.max(0, Math.min(rest, told, offer.available, 99));
}

/** The viewer's turn to buy what is kept for them of a sold out offer, null without one. */
export function turnAt(state, offer, nowMs) {
  const place = state.places.get(offer.offer);
  return place?.state === 'CALLED' && nowMs < place.untilMs ? place : null;
}

/** What is kept in a turn, or what the viewer has chosen. */
export function chosenUnits(state, offer, nowMs) {
  const turn = turnAt(state, offer, nowMs);
  if (turn) return turn.units;
  const together = unitsTogether(offer);
  const most = mostUnits(state, offer);
  return Math.max(together, Math.min(state.quantities.get(offer.offer) ?? together, most - (most % together)));
}

/**
 * What the buy button of an offer says and does now: one kind of
 *   sending retry reserved paid roomNotOpen upcoming closed limit soldOut offline priceChanged onSale
 * and of an offer with a waiting line, once it is sold out,
 *   wait joining waiting leaving called
 *
 * `totalFen` is what `coupon`, null for none, leaves to pay.
 *
 * @returns {{kind: string, quantity: number, totalFen: number, coupon: string | null, takenFen: number, order?: object,
 *   opensAtMs?: number, note?: object}}
 */
export function buyStatus(state, offer, nowMs) {
  const press = state.presses.get(offer.offer);
  const quantity = chosenUnits(state, offer, nowMs);
  const chosen = chosenCoupon(state, offer, quantity, nowMs);
  const takenFen = chosen?.takenFen ?? 0;
  const coupon = chosen?.coupon.coupon ?? null;
  const status = { quantity, totalFen: priceAt(offer, nowMs) * quantity - takenFen, coupon, takenFen };
  const answered = pressStatus(press) ?? orderStatus(state, offer.offer);
  if (answered) return { ...status, ...answered };
  const turn = turnAt(state, offer, nowMs);
  const barred = saleStatus(state, offer, nowMs) ?? lineStatus(state, offer) ?? (turn ? null : stockStatus(state, offer, press));
  if (barred) return { ...status, ...barred };
  if (state.link.state === 'offline' || state.link.state === 'closed') return { ...status, kind: 'offline' };
  const problem = press?.problem;
  if (problem?.code === 'PRICE_CHANGED' && asksTheSame(press.body, quantity, coupon)) {
    return { ...status, kind: 'priceChanged', totalFen: problem.totalFen };
  }
  return { ...status, kind: turn ? 'called' : 'onSale', note: problem };
}

function asksTheSame(body, quantity, coupon) {
  return body.lines[0].quantity === quantity && (body.coupon ?? null) === coupon;
}

function pressStatus(press) {
  if (press?.phase === 'sending') return { kind: 'sending' };
  return press?.phase === 'unknown' ? { kind: 'retry', note: press.problem } : null;
}

function orderStatus(state, offer) {
  const unpaid = orderOf(state, offer, (order) => order.state === 'RESERVED');
  if (unpaid) return { kind: 'reserved', order: unpaid };
  const paid = orderOf(state, offer, (order) => state.justPaid.has(order.order));
  return paid ? { kind: 'paid', order: paid } : null;
}

function saleStatus(state, offer, nowMs) {
  if (state.room.state === 'SCHEDULED') return { kind: 'roomNotOpen' };
  const sale = stateAt(offer, nowMs);
  if (sale === 'UPCOMING') return { kind: 'upcoming', opensAtMs: offer.opensAtMs };
  return sale === 'CLOSED' ? { kind: 'closed' } : null;
}

/** The viewer's own place; it lasts until the server says otherwise. */
function lineStatus(state, offer) {
  const phase = state.placeAsks.get(offer.offer)?.phase;
  if (phase === 'joining' || phase === 'leaving') return { kind: phase };
  return state.places.get(offer.offer)?.state === 'WAITING' ? { kind: 'waiting' } : null;
}

function stockStatus(state, offer, press) {
  const together = unitsTogether(offer);
  const limited = offer.perViewerLimit !== undefined && unitsTaken(state, offer.offer) + together > offer.perViewerLimit;
  const told = press?.problem?.code === 'LIMIT_REACHED' && press.problem.remaining === 0;
  if (limited || told) return { kind: 'limit' };
  // While anybody waits, what comes free is theirs.
  if (offer.available >= together && !offer.waiting) return null;
  return { kind: offer.turnSeconds > 0 ? 'wait' : 'soldOut' };
}
