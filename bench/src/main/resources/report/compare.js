/* The page of two runs: A dashed, B drawn through. */
const read = id => JSON.parse(document.getElementById(id).textContent);
const at = id => document.getElementById(id);
const a = read('a'), b = read('b'), rows = read('rows');
const overTime = { from: 0, to: Math.max(1, a.seconds - 1, b.seconds - 1), bands: bandsOf(a.scenario) };

function drawRuns() {
  const run = (name, result) => `<section class="verdict ${result.go ? '' : 'no'}"><strong>${name}</strong><div><b>${result.go ? both('GO', '可以开播') : both('NO-GO', '不可开播')}</b> · ${escaped(result.scenario.title)}`
    + `<div class="soft small">${escaped(result.startedAt)} · ${amount(result.seconds, 's')} · seed ${result.scenario.seed}</div></div></section>`;
  at('runs').innerHTML = run('A', a) + run('B', b);
  if (JSON.stringify(a.scenario) !== JSON.stringify(b.scenario)) {
    at('subtitle').innerHTML = both('The scenarios differ: so may the figures, for that reason alone.', '两次剧本不同，指标差异可能仅因此而起。');
  }
}

function drawFigures() {
  const body = rows.map(row => {
    const bounds = row.low === null ? '–' : `${row.bySeconds.toFixed(2)} (${row.low.toFixed(2)} – ${row.high.toFixed(2)})`;
    const worse = row.differs && row.unit === 'ms' ? (row.ratio > 1 ? 'missed' : 'held') : '';
    return `<tr${row.differs ? ' style="font-weight:600"' : ''}><td>${row.figure}</td><td>${amount(row.a, row.unit)}</td><td>${amount(row.b, row.unit)}</td>`
      + `<td class="${worse}">${row.ratio === null ? '–' : row.ratio.toFixed(2)}</td><td>${bounds}</td></tr>`;
  });
  at('figure-table').innerHTML = `<table><thead><tr><th>${both('figure', '指标')}</th><th>A</th><th>B</th><th>B/A</th><th>${both('by seconds (95 %)', '逐秒 (95 %)')}</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function drawCharts() {
  const pair = (en, zh, colorOfA, colorOfB, points) => [
    { en: `A ${en}`, zh: `A ${zh}`, color: colorOfA, dashed: true, points: points(a) },
    { en: `B ${en}`, zh: `B ${zh}`, color: colorOfB, points: points(b) },
  ];
  const count = name => result => bySecond(result.series.counts[name] || [], false);
  const p99 = measure => result => bySecond((result.series.times[measure] || {}).p99 || [], true);
  plot(at('orders-chart'), [...pair('sent', '发出', '--c6', '--c1', count('orders-sent')), ...pair('reserved', '锁定', '--c7', '--c2', count('orders-reserved'))], { ...overTime, unit: '/s' });
  for (const [place, measure] of [['latency-chart', 'orders'], ['broadcast-chart', 'tick-delay'], ['lateness-chart', 'lateness']]) {
    plot(at(place), pair('p99', 'p99', '--c6', '--c1', p99(measure)), { ...overTime, unit: 'ms', log: true });
  }
  plot(at('spectrum-chart'), pair('orders', '下单', '--c6', '--c1', result => spectrumPoints(result.spectrum.orders || [])),
    { unit: 'ms', log: true, height: 320, xMarks: NINES, xText: percentAt, from: 0 });
}

switches();
drawRuns();
drawFigures();
drawCharts();
