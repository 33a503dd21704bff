import { h } from '../../lib.js';
import { roof } from '../../console/figures.js';
import { count, yuan } from '../../format.js';
import { localeTag, t } from '../../i18n.js';

/** Stretched to its place, so that each part stands under its step. */
const FUNNEL = { width: 720, height: 190, middle: 92, tallest: 150, least: 6 };

/** The steps from coming in to money that stays, as one body that narrows. Its numbers stand beside it as text, too. */
export function funnelChart(steps) {
  const step = FUNNEL.width / steps.length;
  const half = ({ part }) => Math.max(FUNNEL.least, part * FUNNEL.tallest) / 2;
  return h(
    'svg',
    { class: 'drop', viewBox: `0 0 ${FUNNEL.width} ${FUNNEL.height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': funnelLabel(steps) },
    steps.map((one, i) => {
      const [from, to] = [half(one), half(steps[i + 1] ?? one)];
      const [left, right] = [i * step, (i + 1) * step];
      const bend = left + step * 0.62;
      const y = FUNNEL.middle;
      const d = `M${left} ${y - from}H${bend}C${bend + step * 0.2} ${y - from} ${right - step * 0.12} ${y - to} ${right} ${y - to}V${y + to}C${right - step * 0.12} ${y + to} ${bend + step * 0.2} ${y + from} ${bend} ${y + from}H${left}Z`;
      return h('path', { key: one.name, class: `drop-part drop-${one.name}`, d });
    }),
    steps.slice(1).map((one, i) => h('line', { key: one.name, class: 'drop-line', x1: (i + 1) * step, x2: (i + 1) * step, y1: 6, y2: FUNNEL.height - 6 })),
  );
}

function funnelLabel(steps) {
  return steps.map(({ name, viewers }) => `${t(`console.viewerStep.${name}`)} ${viewers}`).join(', ');
}

const MINUTES = { width: 720, height: 220, left: 56, right: 40, top: 14, bottom: 190 };
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** Money that came, as bars, and how many asked, as a line, minute by minute. */
export function minuteChart({ bars, minutes }) {
  if (bars.length === 0) return null;
  const step = (MINUTES.width - MINUTES.left - MINUTES.right) / Math.max(bars.length, 12);
  const money = roof(Math.max(...bars.map((bar) => bar.paidFen / 100)));
  const asked = roof(Math.max(...bars.map((bar) => bar.asked)));
  const tall = MINUTES.bottom - MINUTES.top;
  const x = (i) => MINUTES.left + i * step;
  const line = bars.map((bar, i) => `${(x(i) + step / 2).toFixed(1)} ${(MINUTES.bottom - (tall * bar.asked) / asked).toFixed(1)}`).join('L');
  return h(
    'svg',
    { class: 'minutes', viewBox: `0 0 ${MINUTES.width} ${MINUTES.height}`, role: 'img', 'aria-label': minuteLabel(bars, minutes) },
    [0.5, 1].map((part) => axis(part, money, asked, tall)),
    bars.map((bar, i) => moneyBar(bar, x(i), step, (tall * bar.paidFen) / 100 / money)),
    h('path', { class: 'minutes-asked', d: `M${line}` }),
    bars.length === 1 && h('circle', { class: 'minutes-dot', cx: x(0) + step / 2, cy: MINUTES.bottom - (tall * bars[0].asked) / asked, r: 4 }),
    h('line', { class: 'pace-axis', x1: MINUTES.left, x2: MINUTES.width - MINUTES.right, y1: MINUTES.bottom, y2: MINUTES.bottom }),
    times(bars, x, step),
  );
}

function axis(part, money, asked, tall) {
  const y = MINUTES.bottom - tall * part;
  return h(
    'g',
    { key: part },
    h('line', { class: 'pace-grid', x1: MINUTES.left, x2: MINUTES.width - MINUTES.right, y1: y, y2: y }),
    h('text', { class: 'pace-text', x: MINUTES.left - 8, y: y + 4, 'text-anchor': 'end' }, `¥${count(money * part, localeTag())}`),
    h('text', { class: 'pace-text minutes-right', x: MINUTES.width - MINUTES.right + 8, y: y + 4 }, count(asked * part, localeTag())),
  );
}

function moneyBar({ paidFen, atMs }, left, step, height) {
  if (paidFen === 0) return null;
  const width = Math.min(28, Math.max(1.5, step * 0.66));
  return h('rect', { key: atMs, class: 'minutes-money', x: left + (step - width) / 2, y: MINUTES.bottom - height, width, height, rx: Math.min(3, width / 3) });
}

/** Six times along the axis at most. */
function times(bars, x, step) {
  const every = Math.max(1, Math.ceil(bars.length / 6));
  const clock = new Intl.DateTimeFormat(localeTag(), CLOCK);
  return bars.map(({ atMs }, i) =>
    i % every === 0 ? h('text', { key: `t${atMs}`, class: 'pace-text', x: x(i) + step / 2, y: MINUTES.height - 8, 'text-anchor': 'middle' }, clock.format(atMs)) : null,
  );
}

function minuteLabel(bars, minutes) {
  const best = bars.reduce((a, b) => (b.paidFen > a.paidFen ? b : a));
  const clock = new Intl.DateTimeFormat(localeTag(), CLOCK);
  return t('console.minutesLabel', { n: bars.length * minutes, time: clock.format(best.atMs), money: yuan(best.paidFen) });
}
