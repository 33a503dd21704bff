'use strict';
/* Drawing: one line chart over the run's seconds, or over any x. No library; colours come from the page's style. */
const both = (en, zh) => `<span lang="en">${en}</span><span lang="zh">${zh}</span>`;
const escaped = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c]));
const clock = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;

function amount(value, unit = '') {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  const text = Number.isInteger(value) || size >= 100 ? Math.round(value).toLocaleString('en')
    : size >= 10 ? value.toFixed(1) : size >= 1 ? value.toFixed(2) : Number(value.toPrecision(2)).toString();
  return unit ? `${text} ${unit}` : text;
}

/* Ends of axes and steps between their marks that a person would choose. */
function marks(most, count = 4) {
  if (!(most > 0)) return [0, 1];
  const raw = most / count, size = 10 ** Math.floor(Math.log10(raw));
  const step = size * [1, 2, 2.5, 5, 10].find(each => each * size >= raw * 0.999);
  const all = [];
  for (let i = 0; i * step < most + step * 0.999; i++) all.push(i * step);
  return all;
}

function secondMarks(from, to, count) {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400].find(s => (to - from) / s <= count) || 28800;
  const all = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) all.push([at, clock(at)]);
  return all;
}

function logMarks(least, most) {
  const all = [];
  for (let e = Math.floor(Math.log10(least)); e <= Math.ceil(Math.log10(most)); e++) all.push(10 ** e);
  return all;
}

/* A long run has more seconds than a chart has room: counts are averaged, times keep their worst. */
const MOST_POINTS = 600;
const coarseness = length => Math.ceil(length / MOST_POINTS);
function coarse(values, isWorst) {
  const width = coarseness(values.length);
  if (width === 1) return values;
  const all = [];
  for (let from = 0; from < values.length; from += width) {
    const known = values.slice(from, from + width).filter(v => v !== null);
    all.push(known.length === 0 ? null
      : isWorst ? Math.max(...known) : known.reduce((sum, v) => sum + v, 0) / known.length);
  }
  return all;
}

/*
 * lines: [{en, zh, color, points: [[x, y|null], ...], dashed}]. options: unit, log (of y), xMarks: [[x, text], ...],
 * xText(x), bands: [{from, to, name}], limit: a value drawn across,
 * upright: an x drawn from top to bottom.
 */
function plot(place, lines, options = {}) {
  const W = Math.max(320, Math.round(place.clientWidth) || 1080), H = options.height || 260, L = 64, R = 12, T = options.bands ? 22 : 10, B = 26;
  const shown = lines.filter(line => line.points.some(point => point[1] !== null));
  if (shown.length === 0) {
    place.innerHTML = `<p class="nothing">${both('Nothing of this was measured.', '本次演练没有这项数据。')}</p>`;
    return;
  }
  const points = shown.flatMap(line => line.points).filter(point => point[1] !== null);
  const xs = points.map(point => point[0]);
  const x0 = options.from ?? Math.min(...xs), x1 = Math.max(options.to ?? -Infinity, ...xs, x0 + 1e-9);
  let most = points.reduce((top, point) => Math.max(top, point[1]), 0);
  const positive = points.map(point => point[1]).filter(y => y > 0);
  const log = options.log && positive.length > 0;
  if (options.limit && options.limit < most * 4) most = Math.max(most, options.limit);
  const yMarks = log ? logMarks(positive.reduce((low, y) => Math.min(low, y)), most) : marks(most);
  const y0 = yMarks[0], y1 = yMarks[yMarks.length - 1];
  const px = x => L + (x - x0) / (x1 - x0) * (W - L - R);
  const py = y => {
    const part = log ? Math.log(Math.max(y, y0) / y0) / Math.log(y1 / y0 || 10) : (y - y0) / (y1 - y0);
    return H - B - Math.min(1, part) * (H - T - B);
  };
  let svg = `<svg viewBox="0 0 ${W} ${H}" role="img">`;
  (options.bands || []).forEach((band, i) => {
    const from = px(Math.min(band.from, x1)), width = px(Math.min(band.to, x1)) - from;
    if (i % 2 === 0) svg += `<rect class="band" x="${from}" y="${T}" width="${width}" height="${H - T - B}"/>`;
    const room = Math.floor(width / 6.5);
    if (room > 2) {
      const name = band.name.length > room ? band.name.slice(0, room - 1) + '…' : band.name;
      svg += `<text x="${from + 4}" y="${T - 7}">${escaped(name)}</text>`;
    }
  });
  for (const y of yMarks) {
    svg += `<line class="grid" x1="${L}" x2="${W - R}" y1="${py(y)}" y2="${py(y)}"/>`
      + `<text x="${L - 8}" y="${py(y) + 4}" text-anchor="end">${amount(y, options.unit)}</text>`;
  }
  const xMarks = options.xMarks || secondMarks(x0, x1, Math.floor(W / 90));
  for (const [x, text] of xMarks.filter(mark => mark[0] >= x0 && mark[0] <= x1)) {
    svg += `<text x="${px(x)}" y="${H - 8}" text-anchor="middle">${text}</text>`;
  }
  if (options.limit && options.limit <= y1 && options.limit >= y0) {
    svg += `<line class="limit" x1="${L}" x2="${W - R}" y1="${py(options.limit)}" y2="${py(options.limit)}"/>`;
  }
  if (options.upright) {
    svg += `<line class="limit" x1="${px(options.upright)}" x2="${px(options.upright)}" y1="${T}" y2="${H - B}"/>`;
  }
  for (const line of shown) {
    let path = '', pen = false;
    for (const [x, y] of line.points) {
      if (y === null) { pen = false; continue; }
      path += `${pen ? 'L' : 'M'}${px(x).toFixed(1)} ${py(y).toFixed(1)}`;
      if (!pen) path += 'h.01';
      pen = true;
    }
    svg += `<path d="${path}" fill="none" stroke="var(${line.color})" stroke-width="${line.points.length > 200 ? 1.3 : 2}" stroke-linejoin="round"`
      + ` stroke-linecap="round"${line.dashed ? ' stroke-dasharray="6 5"' : ''}/>`;
  }
  svg += `<line class="cross" y1="${T}" y2="${H - B}" visibility="hidden"/></svg>`;
  const legend = shown.map(line => `<span><i${line.dashed ? ' class="dashed"' : ''} style="color:var(${line.color})"></i>${both(line.en, line.zh)}</span>`);
  place.innerHTML = `<div class="legend">${legend.join('')}</div><div class="chart">${svg}<div class="tip" hidden></div></div>`;
  follow(place.querySelector('.chart'), shown, options, { W, L, R, x0, x1, px });
}

/* What each line says at the pointer. */
function follow(chart, lines, options, { W, L, R, x0, x1, px }) {
  const tip = chart.querySelector('.tip'), cross = chart.querySelector('.cross'), svg = chart.querySelector('svg');
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    const x = x0 + ((event.clientX - box.left) / box.width * W - L) / (W - L - R) * (x1 - x0);
    const nearest = lines[0].points.reduce((best, p) => Math.abs(p[0] - x) < Math.abs(best[0] - x) ? p : best);
    const rows = lines.map(line => {
      const at = line.points.reduce((best, p) => Math.abs(p[0] - nearest[0]) < Math.abs(best[0] - nearest[0]) ? p : best);
      return `<span style="color:var(${line.color})">●</span> ${both(line.en, line.zh)} <b>${amount(at[1], options.unit)}</b>`;
    });
    tip.innerHTML = [options.xText ? options.xText(nearest[0]) : clock(nearest[0]), ...rows].join('<br>');
    tip.hidden = false;
    const left = px(nearest[0]) / W * box.width;
    tip.style.left = `${left + (left > box.width / 2 ? -tip.offsetWidth - 12 : 12)}px`;
    cross.setAttribute('x1', px(nearest[0]));
    cross.setAttribute('x2', px(nearest[0]));
    cross.setAttribute('visibility', 'visible');
  });
  svg.addEventListener('pointerleave', () => { tip.hidden = true; cross.setAttribute('visibility', 'hidden'); });
}

/* Points of a series over the seconds; a value belongs to the whole second that begins there. */
function bySecond(values, isWorst) {
  const width = coarseness(values.length);
  return coarse(values, isWorst).map((value, i) => [i * width, value]);
}

function bandsOf(scenario) {
  let at = 0;
  return scenario.stages.map(stage => {
    const from = at;
    at += stage.durationMs / 1000;
    return { from, to: at, name: stage.name };
  });
}

/* A spectrum over the number of nines: the tail has as much room as all the rest. */
const nines = percentile => Math.log10(1 / (1 - percentile / 100));
const NINES = [[0, '0 %'], [nines(50), '50 %'], [1, '90 %'], [2, '99 %'], [3, '99.9 %'], [4, '99.99 %'], [5, '99.999 %'], [6, '99.9999 %']];
const spectrumPoints = pairs => pairs.filter(pair => pair[0] < 100).map(pair => [nines(pair[0]), pair[1]]);
const percentAt = x => `${Number((100 * (1 - 10 ** -x)).toPrecision(8))} %`;

/* Language and light: what the reader's browser prefers, until a button is pressed. */
function switches() {
  const root = document.documentElement;
  root.dataset.lang = (navigator.language || 'en').startsWith('zh') ? 'zh' : 'en';
  root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.getElementById('language').onclick = () => { root.dataset.lang = root.dataset.lang === 'zh' ? 'en' : 'zh'; };
  document.getElementById('theme').onclick = () => { root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'; };
}
