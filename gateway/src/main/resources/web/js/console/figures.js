/** Numbers of a board from the figures that the server tells. No view in here: each is a function of its input alone. */

/** A minute of slots. */
const MINUTE_MS = 60_000;

/** Orders that were placed in the last minute, the slot that still fills included. */
export function ordersAMinute(figures) {
  const slots = MINUTE_MS / figures.pace.slotMs;
  return sum(figures.pace.reserved.slice(-slots));
}

/** Of those who asked for something, how many have paid: a share from 0 to 1, null before anybody asked. */
export function conversion(figures) {
  return share(figures.orders.paid, figures.orders.asked);
}

export function share(part, whole) {
  return whole === 0 ? null : part / whole;
}

/** The steps from an order's press to money that stays. */
export function funnel({ orders }) {
  return [
    { name: 'asked', orders: orders.asked },
    { name: 'reserved', orders: orders.reserved },
    { name: 'paid', orders: orders.paid },
    { name: 'kept', orders: orders.paid - orders.refunded },
  ];
}

/** Reasons of refusals, the most frequent first; those past `most` are told as one. */
export function reasons(figures, most) {
  const sorted = [...figures.refused].sort((a, b) => b.orders - a.orders);
  const rest = sum(sorted.slice(most).map((reason) => reason.orders));
  const shown = sorted.slice(0, most);
  return rest === 0 ? shown : [...shown, { code: null, orders: rest }];
}

/** Offers by what they brought and kept, the best first. */
export function topOffers(figures, most) {
  return figures.offers
    .map((offer) => ({ ...offer, netFen: offer.paidFen - offer.refundedFen }))
    .filter((offer) => offer.paidUnits > 0)
    .sort((a, b) => b.netFen - a.netFen)
    .slice(0, most);
}

export function shedInAll(figures) {
  return sum(figures.shed.map((one) => one.count));
}

/** Running sums of a series: how a total grew. */
export function growth(series, before = 0) {
  let total = before;
  return series.map((amount) => (total += amount));
}

/**
 * Cuts away the quiet beginning of the pace, so that a young show fills its chart; at least so many slots stay.
 *
 * @returns {number} index of the first slot to show
 */
export function firstBusySlot(pace, least) {
  const all = pace.reserved.map((n, i) => n + pace.refused[i] + pace.paid[i]);
  const first = all.findIndex((n) => n > 0);
  const latest = all.length - least;
  return first < 0 ? latest : Math.min(latest, Math.max(0, first - 2));
}

/** A round number at or above the greatest value, for the top of an axis. */
export function roof(greatest) {
  if (greatest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(greatest));
  return [1, 2, 4, 6, 8, 10].map((n) => n * power).find((n) => n >= greatest);
}

/**
 * The pairs of price windows of which one lies over the other.
 *
 * @param windows `{fromMs, toMs}` in any order; those without both are passed over
 * @returns {Array<[number, number]>} indexes, the earlier first
 */
export function overlaps(windows) {
  const pairs = [];
  for (let a = 0; a < windows.length; a++) {
    for (let b = a + 1; b < windows.length; b++) {
      const [one, other] = [windows[a], windows[b]];
      const known = [one.fromMs, one.toMs, other.fromMs, other.toMs].every(Number.isFinite);
      if (known && one.fromMs < other.toMs && other.fromMs < one.toMs) pairs.push([a, b]);
    }
  }
  return pairs;
}

function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}
