import { tag } from '../../lib.js';
import { shortTime, yuan } from '../../format.js';
import { localeTag, t } from '../../i18n.js';

const { div, span } = tag;

const HOUR_MS = 3_600_000;
/** Air before the first and behind the last moment, as a part of the whole. */
const AIR = 0.06;

/**
 * An offer's price windows on a line of time, with now on it.
 *
 * @param offer `{priceWindows: [{fromMs, toMs, priceFen}], listPriceFen}`
 * @param clashing indexes of windows that lie over another
 */
export function timeline(offer, nowMs, clashing = new Set()) {
  const known = offer.priceWindows
    .map((one, index) => ({ ...one, index }))
    .filter((one) => Number.isFinite(one.fromMs) && Number.isFinite(one.toMs) && one.toMs > one.fromMs);
  if (known.length === 0) return null;
  const { at, from, to } = scale(known, nowMs);
  return div(
    { class: 'timeline', role: 'img', 'aria-label': label(known, offer), 'data-testid': 'timeline' },
    div(
      { class: 'timeline-track' },
      known.map((one) =>
        span(
          {
            key: one.index,
            class: `timeline-window ${clashing.has(one.index) ? 'is-clashing' : ''} ${isNow(one, nowMs) ? 'is-now' : ''}`,
            style: { left: `${at(one.fromMs)}%`, width: `${at(one.toMs) - at(one.fromMs)}%` },
          },
          Number.isFinite(one.priceFen) ? yuan(one.priceFen) : '',
        ),
      ),
      nowMs >= from && nowMs <= to && span({ class: 'timeline-now', style: { left: `${at(nowMs)}%` } }),
    ),
    div(
      { class: 'timeline-ends' },
      span(null, time(Math.min(...known.map((one) => one.fromMs)))),
      span(null, t('console.listPrice', { price: yuan(offer.listPriceFen || 0) })),
      span(null, time(Math.max(...known.map((one) => one.toMs)))),
    ),
  );
}

/** Now is on the line when it is near; a window next week would otherwise be a dot. */
function scale(windows, nowMs) {
  const first = Math.min(...windows.map((one) => one.fromMs));
  const last = Math.max(...windows.map((one) => one.toMs));
  const near = Math.max(HOUR_MS, last - first);
  const start = nowMs < first && first - nowMs < near ? nowMs : first;
  const end = nowMs > last && nowMs - last < near ? nowMs : last;
  const air = (end - start) * AIR;
  const [from, to] = [start - air, end + air];
  return { from, to, at: (ms) => (100 * (ms - from)) / (to - from) };
}

function isNow({ fromMs, toMs }, nowMs) {
  return nowMs >= fromMs && nowMs < toMs;
}

function time(ms) {
  return shortTime(new Date(ms).toISOString(), localeTag());
}

function label(windows, offer) {
  const parts = windows.map((one) =>
    t('console.windowLabel', { from: time(one.fromMs), to: time(one.toMs), price: Number.isFinite(one.priceFen) ? yuan(one.priceFen) : '?' }),
  );
  return [...parts, t('console.listPrice', { price: yuan(offer.listPriceFen || 0) })].join(', ');
}
