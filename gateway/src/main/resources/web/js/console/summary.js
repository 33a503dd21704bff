/** Numbers of a show's summary. No view in here: each is a function of its input alone. */

/** The steps that viewers take, in their order. */
const STEPS = ['entered', 'watched', 'pressed', 'reserved', 'paid', 'kept'];
const MINUTE_MS = 60_000;
/** A chart of a long show has so many bars at most; each is then of several minutes. */
const MOST_BARS = 90;

/** @returns {Array<{name, viewers, part}>} `part` is the share of the widest step, from 0 to 1. */
export function viewerFunnel({ viewers }) {
  const widest = Math.max(1, ...STEPS.map((name) => viewers[name]));
  return STEPS.map((name) => ({ name, viewers: viewers[name], part: viewers[name] / widest }));
}

export function netFen({ paidFen, refundedFen }) {
  return paidFen - refundedFen;
}

/** What a paid order brought on average; null before there is one. */
export function averageFen(row) {
  return row.paid === 0 ? null : Math.round(row.paidFen / row.paid);
}

/** Of the money that came, the share that went back; null before any came. */
export function refundShare({ paidFen, refundedFen }) {
  return paidFen === 0 ? null : refundedFen / paidFen;
}

/**
 * The minutes as bars without gaps, a few minutes to a bar when there are many.
 *
 * @returns {{bars: Array<{atMs, asked, paid, paidFen}>, minutes: number, later: object | null}}
 */
export function minuteBars({ minutes }) {
  const known = minutes.filter((one) => one.at);
  const later = minutes.find((one) => !one.at) ?? null;
  if (known.length === 0) return { bars: [], minutes: 1, later };
  const first = Date.parse(known[0].at);
  const span = (Date.parse(known.at(-1).at) - first) / MINUTE_MS + 1;
  const wide = Math.ceil(span / MOST_BARS);
  const bars = Array.from({ length: Math.ceil(span / wide) }, (_, i) => ({ atMs: first + i * wide * MINUTE_MS, asked: 0, paid: 0, paidFen: 0 }));
  for (const one of known) {
    const bar = bars[Math.floor((Date.parse(one.at) - first) / MINUTE_MS / wide)];
    bar.asked += one.asked;
    bar.paid += one.paid;
    bar.paidFen += one.paidFen;
  }
  return { bars, minutes: wide, later };
}

/** The best first. */
export function byMoney(rows) {
  return [...rows].sort((a, b) => netFen(b) - netFen(a) || b.reserved - a.reserved);
}
