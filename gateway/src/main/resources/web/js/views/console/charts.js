import { Component, createRef, h } from '../../lib.js';
import { firstBusySlot, roof } from '../../console/figures.js';
import { localeTag, t } from '../../i18n.js';

/**
 * Charts as SVG, drawn by hand: each takes numbers and gives one picture that scales with its place. What it says stands in
 * its label as well, for those who do not see it.
 */

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
/** A chart of a young show is at least so many slots wide, three minutes. */
const LEAST_SLOTS = 18;

const PACE = { width: 620, height: 230, left: 36, right: 10, top: 14, middle: 160, bottom: 206 };

/** Placed and paid orders above the line, refused ones below it, slot by slot. */
export class PaceChart extends Component {
  element = createRef();

  render({ pace }, { hover = null }) {
    const first = firstBusySlot(pace, LEAST_SLOTS);
    const slots = pace.reserved.map((reserved, i) => ({ reserved, paid: pace.paid[i], refused: pace.refused[i], i })).slice(first);
    const fromMs = Date.parse(pace.from);
    const plan = planOf(slots);
    const onMove = (event) => {
      const box = this.element.current.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * PACE.width;
      const at = Math.floor((x - PACE.left) / plan.step);
      this.setState({ hover: at >= 0 && at < slots.length ? at : null });
    };
    return h(
      'svg',
      {
        ref: this.element,
        class: 'pace',
        viewBox: `0 0 ${PACE.width} ${PACE.height}`,
        role: 'img',
        'aria-label': paceLabel(slots),
        onPointerMove: onMove,
        onPointerLeave: () => this.setState({ hover: null }),
      },
      fills(),
      grid(plan),
      h('path', { class: 'pace-reserved', d: area(slots.map((slot) => slot.reserved), plan) }),
      h('path', { class: 'pace-reserved-line', d: line(slots.map((slot) => slot.reserved), plan) }),
      slots.map((slot, i) => paidBar(slot, i, plan)),
      slots.map((slot, i) => refusedBar(slot, i, plan)),
      h('line', { class: 'pace-axis', x1: PACE.left, x2: PACE.width - PACE.right, y1: PACE.middle, y2: PACE.middle }),
      times(slots, fromMs, pace.slotMs, plan),
      hover !== null && slots[hover] && pointer(slots[hover], hover, fromMs + slots[hover].i * pace.slotMs, plan),
    );
  }
}

function planOf(slots) {
  const step = (PACE.width - PACE.left - PACE.right) / slots.length;
  const up = roof(Math.max(...slots.map((slot) => Math.max(slot.reserved, slot.paid))));
  const down = roof(Math.max(...slots.map((slot) => slot.refused)));
  const y = (n) => PACE.middle - ((PACE.middle - PACE.top) * n) / up;
  return { step, up, down, y, x: (i) => PACE.left + i * step };
}

function fills() {
  return h(
    'defs',
    null,
    h(
      'linearGradient',
      { id: 'pace-fill', x1: 0, y1: 0, x2: 0, y2: 1 },
      h('stop', { class: 'pace-stop-top', offset: '0%' }),
      h('stop', { class: 'pace-stop-end', offset: '100%' }),
    ),
  );
}

function grid({ up, y }) {
  return [0.5, 1].map((part) =>
    h(
      'g',
      { key: part },
      h('line', { class: 'pace-grid', x1: PACE.left, x2: PACE.width - PACE.right, y1: y(up * part), y2: y(up * part) }),
      h('text', { class: 'pace-text', x: PACE.left - 8, y: y(up * part) + 4, 'text-anchor': 'end' }, up * part),
    ),
  );
}

function points(values, { x, y, step }) {
  return values.map((value, i) => `${(x(i) + step / 2).toFixed(1)} ${y(value).toFixed(1)}`);
}

function line(values, plan) {
  return `M${points(values, plan).join('L')}`;
}

function area(values, plan) {
  const from = (plan.x(0) + plan.step / 2).toFixed(1);
  const to = (plan.x(values.length - 1) + plan.step / 2).toFixed(1);
  return `M${from} ${PACE.middle}L${points(values, plan).join('L')}L${to} ${PACE.middle}Z`;
}

function paidBar({ paid, i: key }, i, { x, y, step }) {
  if (paid === 0) return null;
  const width = Math.min(26, Math.max(1.5, step * 0.62));
  const left = x(i) + (step - width) / 2;
  return h('rect', { key: `p${key}`, class: 'pace-paid', x: left, y: y(paid), width, height: PACE.middle - y(paid), rx: Math.min(2, width / 3) });
}

function refusedBar({ refused, i: key }, i, { x, step, down }) {
  if (refused === 0) return null;
  const width = Math.min(26, Math.max(1.5, step * 0.62));
  const height = Math.max(2, ((PACE.bottom - PACE.middle - 8) * refused) / down);
  return h('rect', { key: `r${key}`, class: 'pace-refused', x: x(i) + (step - width) / 2, y: PACE.middle + 2, width, height, rx: Math.min(2, width / 3) });
}

/** About six times along the axis, each at a full minute's slot. */
function times(slots, fromMs, slotMs, { x, step }) {
  const every = Math.max(6, Math.ceil(slots.length / 6 / 6) * 6);
  const clock = new Intl.DateTimeFormat(localeTag(), CLOCK);
  return slots.map((slot, at) => {
    const ms = fromMs + slot.i * slotMs;
    if ((ms / slotMs) % every !== 0 || x(at) + 20 > PACE.width - PACE.right) return null;
    return h('text', { key: `t${slot.i}`, class: 'pace-text', x: x(at) + step / 2, y: PACE.height - 6, 'text-anchor': 'middle' }, clock.format(ms));
  });
}

function pointer(slot, at, ms, { x, step }) {
  const middle = x(at) + step / 2;
  const box = { width: 148, height: 74 };
  const left = middle + 12 + box.width > PACE.width ? middle - 12 - box.width : middle + 12;
  const clock = new Intl.DateTimeFormat(localeTag(), { ...CLOCK, second: '2-digit' });
  const rows = [
    ['reserved', slot.reserved],
    ['paid', slot.paid],
    ['refused', slot.refused],
  ];
  return h(
    'g',
    { class: 'pace-pointer' },
    h('line', { class: 'pace-pointer-line', x1: middle, x2: middle, y1: PACE.top, y2: PACE.bottom }),
    h('rect', { class: 'pace-pointer-box', x: left, y: PACE.top, width: box.width, height: box.height, rx: 8 }),
    h('text', { class: 'pace-pointer-time', x: left + 12, y: PACE.top + 19 }, clock.format(ms)),
    rows.map(([name, n], i) =>
      h(
        'text',
        { class: 'pace-pointer-row', x: left + 12, y: PACE.top + 36 + i * 15 },
        `${t(`console.${name}`)}  ${n}`,
      ),
    ),
  );
}

function paceLabel(slots) {
  const all = (name) => slots.reduce((total, slot) => total + slot[name], 0);
  return t('console.paceLabel', { reserved: all('reserved'), paid: all('paid'), refused: all('refused'), n: Math.round(slots.length / 6) });
}

const SPARK = { width: 120, height: 34 };

/** A small line without axes, from 0 up; what it shows is said beside it. */
export function spark(values, kind) {
  if (values.length < 2) return null;
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const x = (i) => (i / (values.length - 1)) * SPARK.width;
  const y = (n) => SPARK.height - 3 - (high === low ? 0 : ((n - low) / (high - low)) * (SPARK.height - 6));
  const path = values.map((n, i) => `${x(i).toFixed(1)} ${y(n).toFixed(1)}`).join('L');
  return h(
    'svg',
    { class: `spark spark-${kind}`, viewBox: `0 0 ${SPARK.width} ${SPARK.height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('path', { class: 'spark-area', d: `M0 ${SPARK.height}L${path}L${SPARK.width} ${SPARK.height}Z` }),
    h('path', { class: 'spark-line', d: `M${path}` }),
  );
}

/** A ring of which a share from 0 to 1 is filled; null for none. What it shows is said beside it. */
export function ring(part) {
  const around = 2 * Math.PI * 26;
  return h(
    'svg',
    { class: 'ring', viewBox: '0 0 64 64', 'aria-hidden': 'true' },
    h('circle', { class: 'ring-back', cx: 32, cy: 32, r: 26 }),
    h('circle', {
      class: 'ring-fill',
      cx: 32,
      cy: 32,
      r: 26,
      'stroke-dasharray': `${(around * (part ?? 0)).toFixed(1)} ${around.toFixed(1)}`,
      transform: 'rotate(-90 32 32)',
    }),
  );
}
