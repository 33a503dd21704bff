/* The page of a search for the limit: what each step measured, over the orders a second that it asked for. */
const at = id => document.getElementById(id);
const limit = JSON.parse(at('limit').textContent);
const WORDS = {
  UNFINISHED: '搜索未完成', KNEE: '已找到拐点', FIRST_BROKE: '第一级即已突破', NOTHING_BROKE: '直到最高倍数都没有突破', RIG_FULL: '压测端已满，而非服务器',
};
const known = limit.steps.filter(step => !step.endedEarly).sort((a, b) => a.orders - b.orders);
const knee = limit.outcome === 'KNEE' ? limit.held.orders : null;

function drawVerdict() {
  document.title = `${limit.title} · ${limit.outcome}`;
  at('subtitle').textContent = limit.title;
  at('verdict').classList.toggle('no', knee === null);
  const rate = limit.held === null ? '–' : amount(limit.held.orders, '/s');
  at('verdict').innerHTML = `<strong>${rate}</strong><div>${both(escaped(limit.sentence), WORDS[limit.outcome])}`
    + `<div class="soft">${limit.broke === null ? '' : escaped(limit.broke.missed.join(', '))}</div></div>`;
}

function drawCharts() {
  const line = (key, en, color) => ({ en, zh: en, color, points: known.map(step => [step.orders, step[key]]) });
  const options = {
    xMarks: marks(Math.max(0, ...known.map(step => step.orders)), 8).map(x => [x, amount(x)]), xText: x => amount(x, '/s'), from: 0,
    bands: knee === null ? [] : [{ from: 0, to: knee, name: 'held' }, { from: knee, to: Infinity, name: 'broke' }],
    upright: knee,
  };
  plot(at('latency-chart'), [line('p50', 'p50', '--c2'), line('p99', 'p99', '--c1')], { ...options, unit: 'ms', log: true, height: 320 });
  plot(at('shed-chart'), [line('shedShare', 'shed', '--c4')], options);
}

function verdictOf(step) {
  if (step.endedEarly) return `<td class="soft">${both('ended early', '提前结束')}</td>`;
  if (!step.missed.length) return `<td class="held">${both('held', '达标')}</td>`;
  return `<td class="missed">${escaped(step.missed.join(', '))}${step.rigFull ? ` ${both('(the rig)', '（压测端）')}` : ''}</td>`;
}

function drawSteps() {
  const rows = limit.steps.map(step => `<tr><td>${step.factor.toFixed(3)}</td><td>${amount(step.orders)}</td><td>${amount(step.p50)}</td><td>${amount(step.p99)}</td>`
    + `<td>${amount(step.shedShare)}</td>${verdictOf(step)}<td>${escaped(step.directory)}</td></tr>`);
  at('step-table').innerHTML = `<table><thead><tr><th>${both('factor', '倍数')}</th><th>${both('orders/s', '下单/秒')}</th><th>p50 ms</th><th>p99 ms</th>`
    + `<th>${both('shed', '削峰')}</th><th></th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

switches();
drawVerdict();
drawCharts();
drawSteps();
