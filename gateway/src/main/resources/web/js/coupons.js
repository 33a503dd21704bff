import { priceAt } from './offer-time.js';

/** Fen that a coupon takes off lines that cost so much together; 0 when they cost too little for it. */
export function takenOffFen(coupon, costFen) {
  if (costFen < coupon.minimumFen) return 0;
  if (coupon.basisPoints === 0) return Math.min(coupon.discountFen, costFen);
  return Math.min(Math.floor((costFen * coupon.basisPoints) / 10_000), coupon.discountFen);
}

/** Whether a coupon may be tried now. That it is the viewer's and free is as the page has read it last. */
export function isUsable(coupon, nowMs) {
  return coupon.state === 'CLAIMED' && nowMs < coupon.expiresAtMs;
}

/** The viewer's coupons that take something off an order of one offer, the most first; of two alike the next to expire. */
export function fittingCoupons(state, offer, quantity, nowMs) {
  if (offer.kind === 'TIP') return [];
  const costFen = priceAt(offer, nowMs) * quantity;
  return [...state.coupons.values()]
    .filter((coupon) => isUsable(coupon, nowMs) && (coupon.offers?.includes(offer.offer) ?? true))
    .filter((coupon) => !coupon.unfitFor?.has(offer.offer))
    .map((coupon) => ({ coupon, takenFen: takenOffFen(coupon, costFen) }))
    .filter(({ takenFen }) => takenFen > 0)
    .sort((a, b) => b.takenFen - a.takenFen || a.coupon.expiresAtMs - b.coupon.expiresAtMs);
}

/**
 * The coupon that an order of the offer would use: the viewer's choice while it fits, the best one while nothing was
 * chosen, null for none.
 *
 * @returns {{coupon: object, takenFen: number} | null}
 */
export function chosenCoupon(state, offer, quantity, nowMs) {
  const choice = state.choices.get(offer.offer);
  if (choice === '') return null;
  const fitting = fittingCoupons(state, offer, quantity, nowMs);
  return fitting.find(({ coupon }) => coupon.coupon === choice) ?? fitting[0] ?? null;
}

/** A coupon as the server tells it, with its times as numbers. */
export function readCoupon(told) {
  return { ...told, expiresAtMs: Date.parse(told.expiresAt) };
}
