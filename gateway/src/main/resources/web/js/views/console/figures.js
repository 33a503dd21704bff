import { h, tag } from '../../lib.js';
import { conversion, firstBusySlot, funnel, growth, ordersAMinute, reasons, share, shedInAll, topOffers } from '../../console/figures.js';
import { count, signedYuan, yuan } from '../../format.js';
import { localeTag, t } from '../../i18n.js';
import { icon } from '../icons.js';
import { Thumb } from '../thumb.js';
import { PaceChart, ring, spark } from './charts.js';
import { refusal } from './note.js';

const { div, section, h3, p, span, ul, ol, li, dl, dt, dd } = tag;

const REASONS_SHOWN = 4;
const TOP_SHOWN = 5;
/** A small line of a young show is at least so many slots long, two minutes. */
const SPARK_SLOTS = 12;

/** A show in numbers and pictures. */
export function figuresOf(view) {
  const { figures } = view.state;
  return div(
    { class: 'figures', 'data-testid': 'figures', 'data-sequence': figures.sequence },
    tiles(view),
    div({ class: 'figures-row' }, paceCard(figures), div({ class: 'figures-side' }, funnelCard(figures), reasonCard(figures))),
    topCard(view),
    figures.fromSequence > 1 && p({ class: 'figures-from' }, icon('alert'), t('console.fromSequence', { n: figures.fromSequence })),
  );
}

function tiles({ state: { figures, viewersSeen } }) {
  const { orders, money, pace } = figures;
  const rate = conversion(figures);
  const netFen = money.paidFen - money.refundedFen;
  const net = pace.paidFen.map((fen, i) => fen - pace.refundedFen[i]);
  const first = firstBusySlot(pace, SPARK_SLOTS);
  return dl(
    { class: 'tiles' },
    tile({ name: 'revenue', value: signedYuan(netFen), small: before(money), more: spark(growth(net).slice(first), 'gold'), isMain: true }),
    tile({ name: 'orders', value: count(ordersAMinute(figures), localeTag()), small: t('console.placed', { n: orders.reserved }), more: spark(pace.reserved.slice(first), 'accent') }),
    tile({ name: 'paid', value: count(orders.paid, localeTag()), small: t('console.unpaid', { n: open(orders) }), more: spark(growth(pace.paid).slice(first), 'good') }),
    tile({ name: 'viewers', value: count(figures.viewers, localeTag()), small: t('console.now'), more: spark(viewersSeen, 'plum') }),
    tile({ name: 'conversion', value: percent(rate), small: t('console.conversionOf'), more: ring(rate) }),
    tile({ name: 'shed', value: count(shedInAll(figures), localeTag()), small: t('console.shedOf'), more: icon('shield', 'tile-icon') }),
  );
}

/** Placed, and neither paid nor given back nor run out. Who paid late had run out before. */
function open({ reserved, paid, cancelled, expired }) {
  return Math.max(0, reserved - paid - cancelled - expired);
}

function before({ paidFen, refundedFen }) {
  return refundedFen === 0
    ? t('console.noRefunds')
    : t('console.beforeRefunds', { paid: yuan(paidFen), back: yuan(refundedFen) });
}

function tile({ name, value, small, more, isMain = false }) {
  return div(
    { class: `tile tile-${name} ${isMain ? 'is-main' : ''}` },
    dt({ class: 'tile-name' }, t(`console.tile.${name}`)),
    dd(
      { class: 'tile-body' },
      span({ class: 'tile-value', 'data-testid': `tile-${name}` }, value),
      span({ class: 'tile-small' }, small),
      more,
    ),
  );
}

function percent(part) {
  if (part === null) return '—';
  return new Intl.NumberFormat(localeTag(), { style: 'percent', maximumFractionDigits: 1 }).format(part);
}

function paceCard({ pace }) {
  return section(
    { class: 'panel-card pace-card', 'aria-labelledby': 'pace-title' },
    div(
      { class: 'card-head' },
      h3({ class: 'card-title', id: 'pace-title' }, t('console.pace')),
      ul(
        { class: 'legend' },
        ['reserved', 'paid', 'refused'].map((name) =>
          li({ key: name, class: 'legend-item' }, span({ class: `legend-key key-${name}`, 'aria-hidden': 'true' }), t(`console.${name}`)),
        ),
      ),
    ),
    h(PaceChart, { pace }),
  );
}

function funnelCard(figures) {
  const steps = funnel(figures);
  const whole = steps[0].orders;
  return section(
    { class: 'panel-card', 'aria-labelledby': 'funnel-title' },
    h3({ class: 'card-title', id: 'funnel-title' }, t('console.funnel')),
    ol(
      { class: 'funnel' },
      steps.map(({ name, orders }) =>
        li(
          { key: name, class: `funnel-step funnel-${name}` },
          span({ class: 'funnel-name' }, t(`console.step.${name}`)),
          span({ class: 'funnel-track' }, span({ class: 'funnel-bar', style: { width: `${100 * (share(orders, whole) ?? 0)}%` } })),
          span({ class: 'funnel-count', 'data-testid': `step-${name}` }, count(orders, localeTag())),
          span({ class: 'funnel-share' }, percent(share(orders, whole))),
        ),
      ),
    ),
  );
}

function reasonCard(figures) {
  const shown = reasons(figures, REASONS_SHOWN);
  const most = shown[0]?.orders ?? 1;
  return section(
    { class: 'panel-card', 'aria-labelledby': 'reasons-title' },
    h3({ class: 'card-title', id: 'reasons-title' }, t('console.reasons')),
    shown.length === 0 && p({ class: 'card-none' }, icon('check'), t('console.noReasons')),
    ul(
      { class: 'reasons', 'data-testid': 'reasons' },
      shown.map(({ code, orders }) =>
        li(
          { key: code ?? 'rest', class: 'reason' },
          span({ class: 'reason-name' }, code ? reasonName(code) : t('console.otherReasons')),
          span({ class: 'reason-count' }, count(orders, localeTag())),
          span({ class: 'reason-track' }, span({ class: 'reason-bar', style: { width: `${Math.min(100, (100 * orders) / most)}%` } })),
        ),
      ),
    ),
  );
}

/** Shorter than what viewers are told. */
function reasonName(code) {
  const own = `console.reason.${code}`;
  const text = t(own);
  return text === own ? refusal({ problem: { code }, definite: true }) : text;
}

function topCard({ state }) {
  const top = topOffers(state.figures, TOP_SHOWN);
  if (top.length === 0) return null;
  const most = Math.max(1, top[0].netFen);
  return section(
    { class: 'panel-card top-card', 'aria-labelledby': 'top-title' },
    h3({ class: 'card-title', id: 'top-title' }, t('console.top')),
    ol(
      { class: 'top', 'data-testid': 'top' },
      top.map((sales, i) => {
        const offer = state.offers.get(sales.offer);
        return li(
          { key: sales.offer, class: 'top-row' },
          span({ class: `top-place place-${i + 1}` }, i + 1),
          offer && h(Thumb, { offer, className: 'top-thumb' }),
          div(
            { class: 'top-text' },
            span({ class: 'top-title' }, offer?.title ?? `#${sales.offer}`),
            span({ class: 'top-track' }, span({ class: 'top-bar', style: { width: `${Math.max(0, (100 * sales.netFen) / most)}%` } })),
          ),
          span({ class: 'top-units' }, t('console.units', { n: sales.paidUnits - sales.refundedUnits })),
          span({ class: 'top-money' }, signedYuan(sales.netFen)),
        );
      }),
    ),
  );
}
