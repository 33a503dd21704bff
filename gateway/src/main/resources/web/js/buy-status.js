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

/** How many one press may ask for: the limit's rest, the stock, and what is sensible to tap. */
export function mostUnits(state, offer) {
  const rest = offer.perViewerLimit === undefined ? 99 : offer.perViewerLimit - unitsTaken(state, offer.offer);
  const problem = state.presses.get(offer.offer)?.problem;
  const told = problem?.code === 'LIMIT_REACHED' && problem.remaining !== undefined ? problem.remaining : rest;
  return Math.max(0, Math.min(rest, told, offer.available, 99));
}

export function chosenUnits(state, offer) {
  return Math.max(1, Math.min(state.quantities.get(offer.offer) ?? 1, mostUnits(state, offer)));
}

/**
 * What the buy button of an offer says and does now: one kind of
 *   sending retry reserved paid roomNotOpen upcoming closed limit soldOut offline priceChanged onSale
 *
 * @returns {{kind: string, quantity: number, totalFen: number, order?: object, opensAtMs?: number, note?: object}}
 */
export function buyStatus(state, offer, nowMs) {
  const press = state.presses.get(offer.offer);
  const quantity = chosenUnits(state, offer);
  const status = { quantity, totalFen: priceAt(offer, nowMs) * quantity };
  const answered = pressStatus(press) ?? orderStatus(state, offer.offer);
  if (answered) return { ...status, ...answered };
  const barred = saleStatus(state, offer, nowMs) ?? stockStatus(state, offer, press);
  if (barred) return { ...status, ...barred };
  if (state.link.state === 'offline' || state.link.state === 'closed') return { ...status, kind: 'offline' };
  const problem = press?.problem;
  if (problem?.code === 'PRICE_CHANGED' && press.body.lines[0].quantity === quantity) {
    return { ...status, kind: 'priceChanged', totalFen: problem.totalFen };
  }
  return { ...status, kind: 'onSale', note: problem };
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

function stockStatus(state, offer, press) {
  const limited = offer.perViewerLimit !== undefined && unitsTaken(state, offer.offer) >= offer.perViewerLimit;
  const told = press?.problem?.code === 'LIMIT_REACHED' && press.problem.remaining === 0;
  if (limited || told) return { kind: 'limit' };
  return offer.available === 0 ? { kind: 'soldOut' } : null;
}
