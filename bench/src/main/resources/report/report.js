/* The page of one run: everything is drawn from the result that lies in the page, and from what its card says of it. */
const at = id => document.getElementById(id);
const result = JSON.parse(at('result').textContent);
const card = JSON.parse(at('card').textContent);
const bands = bandsOf(result.scenario);
const seconds = result.seconds;
const counts = name => bySecond(result.series.counts[name] || [], false);
const times = (measure, statistic) => bySecond((result.series.times[measure] || {})[statistic] || [], true);
const gauge = name => bySecond(result.series.gauges[name] || [], false);
const overTime = { bands, from: 0, to: Math.max(1, seconds - 1) };
const MEASURES = {
  'orders': ['Order, press to answer', '下单到答复'], 'orders-http': ['Order over HTTP', 'HTTP 下单'],
  'orders-socket': ['Order by socket', '长连接下单'], 'payments': ['Payment', '支付'],
  'joins': ['Coming in, to the first picture', '进房到首屏'], 'comments': ['Comment, to its acknowledgement', '评论到确认'],
  'claims': ['Claim of a coupon', '领券'], 'tick-delay': ['Broadcast delay', '播报延迟'],
  'lane-wait': ["The rig's own queue: wait for a connection", '压测端等待连接'], 'lateness': ["The rig's own lateness", '压测端迟到'],
};
function drawVerdict() {
  document.title = `${result.go ? 'GO' : 'NO-GO'} · ${result.scenario.title}`;
  at('title').textContent = result.scenario.title;
  at('subtitle').textContent = `${result.startedAt.replace('T', ' ').replace(/(\.\d+)?Z/, ' UTC')} · ${amount(seconds, 's')} · seed ${result.scenario.seed} · ${result.scenario.target.url || 'own target'}`;
  const missed = card.thresholds.length - card.held;
  let words = both(`All ${card.held} thresholds held, and the audit found nothing.`,
    `${card.held} 项门槛全部达标，对账无异常。`);
  if (card.brokeFirst !== null) {
    const first = card.brokeFirst;
    const what = `<b>${escaped(first.threshold)}</b> (${amount(first.measured, first.unit)})`;
    const where = first.second === null ? '' : `${clock(first.second)}, ${escaped(first.stage)}`;
    words = both(`What broke first: ${what}${where && `, at ${where}`}.`, `最先突破：${what}${where && `，${where}`}。`)
      + `<div class="soft">${both(`${missed} of ${card.thresholds.length} thresholds were missed.`, `${card.thresholds.length} 项门槛中 ${missed} 项未达标。`)}</div>`;
  } else if (result.endedEarly) {
    words = both('Ended before its time: what was not played says nothing.', '提前结束：没有演练到的部分不能说明任何问题。');
  }
  at('verdict').classList.toggle('no', !result.go);
  at('verdict').innerHTML = `<strong>${result.go ? both('GO', '可以开播') : both('NO-GO', '不可开播')}</strong><div>${words}</div>`;
}

function drawTiles() {
  const time = (measure, statistic) => amount((result.percentiles[measure] || {})[statistic] ?? null, 'ms');
  const peak = Math.max(0, ...(result.series.gauges.viewers || []).filter(value => value !== null));
  const tiles = [
    [amount(result.totals['orders-sent']), 'orders sent', '发出订单'],
    [amount(result.totals['orders-reserved']), 'reserved', '锁定库存'],
    [amount(result.totals['orders-shed']), 'shed', '被削峰'],
    [time('orders', 'p99'), 'order p99', '下单 p99'],
    [time('tick-delay', 'p99'), 'broadcast delay p99', '播报延迟 p99'],
    [peak ? amount(peak) : '–', 'viewers at once', '同时在线'],
    [amount(result.verdicts.find(v => v.figure === 'findings').measured), `findings in ${amount(result.audited)} audited orders`, `对账 ${amount(result.audited)} 单的异常`],
  ];
  at('tiles').innerHTML = tiles.map(([value, en, zh]) => `<div class="tile"><b>${value}</b><span class="soft small">${both(en, zh)}</span></div>`).join('');
}

function drawThresholds() {
  const rows = card.thresholds.map(verdict => {
    const room = verdict.headRoom;
    const width = room === null ? 0 : Math.min(100, Math.abs(room) * 100);
    const bar = room === null ? '–' : `${room >= 0 ? '+' : ''}${Math.round(room * 100)} %<span class="bar ${room < 0 ? 'no' : ''}"><i style="width:${width}%"></i></span>`;
    return `<tr><td>${escaped(verdict.threshold)}</td><td>${amount(verdict.measured, verdict.unit)}</td><td>${bar}</td>`
      + `<td class="${verdict.held ? 'held' : 'missed'}">${verdict.held ? both('held', '达标') : both('missed', '未达标')}</td></tr>`;
  });
  at('threshold-table').innerHTML = `<table><thead><tr><th>${both('threshold', '门槛')}</th><th>${both('measured', '实测')}</th>`
    + `<th>${both('head-room', '余量')}</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/* How full each resource was, as a part of its end. */
function drawNearest() {
  const used = Object.entries(card.bottleneck.used).sort((a, b) => b[1] - a[1]);
  const words = card.bottleneck.isServerKnown ? ''
    : `<p class="nothing">${both("The server's own gauges were not read: of it nothing can be said.", '没有读到服务器自身的指标，无从判断。')}</p>`;
  at('nearest-bars').innerHTML = words + used.map(([figure, part]) => `<div class="hbar"><span>${escaped(figure)}</span>`
    + `<div><i style="width:${Math.min(100, 100 * part)}%"></i></div><span>${Math.round(100 * part)} %</span></div>`).join('');
}

function drawStages() {
  const flows = [['joins', 'joins', '进房'], ['drops', 'drops', '掉线'], ['orders', 'orders', '下单'], ['comments', 'comments', '评论'], ['likes', 'likes', '点赞'], ['stalls', 'stalls', '卡顿'], ['claims', 'claims', '领券']];
  const pace = p => !p ? '–' : p.most !== undefined ? `${amount(p.from)} (≤ ${amount(p.most)})` : p.from === p.to ? amount(p.from) : `${amount(p.from)} → ${amount(p.to)}`;
  at('strip').innerHTML = result.scenario.stages
    .map(stage => `<div style="flex:${stage.durationMs} 1 0" title="${escaped(stage.name)}">${escaped(stage.name)}</div>`).join('');
  const rows = result.scenario.stages.map(stage => `<tr><td>${escaped(stage.name)}</td><td>${amount(stage.durationMs / 1000, 's')}</td>`
    + flows.map(flow => `<td>${pace(stage.paces[flow[0]])}</td>`).join('') + '</tr>');
  at('stage-table').innerHTML = `<table><thead><tr><th>${both('stage', '阶段')}</th><th>${both('lasts', '时长')}</th>`
    + flows.map(flow => `<th>${both(flow[1] + '/s', flow[2] + '/秒')}</th>`).join('') + `</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function percentileLines(measure) {
  return [['p50', '--c2'], ['p90', '--c8'], ['p99', '--c1'], ['p99.9', '--c5'], ['max', '--c6']]
    .map(([statistic, color]) => ({ en: statistic, zh: statistic, color, points: times(measure, statistic) }));
}

function limitOf(figure) {
  const verdict = result.verdicts.find(each => each.figure === figure && each.comparison.startsWith('<'));
  return verdict ? verdict.value : undefined;
}

function drawTimes() {
  for (const measure of Object.keys(MEASURES)) {
    if (!result.series.times[measure] || measure === 'tick-delay' || measure === 'lateness') continue;
    const place = document.createElement('div');
    at('latency-charts').append(place);
    place.innerHTML = `<p class="small" style="margin:6px 0 0"><b>${both(...MEASURES[measure])}</b></p><div></div>`;
    plot(place.lastChild, percentileLines(measure), { ...overTime, unit: 'ms', log: true, height: 210, limit: limitOf(`${measure}.p99`) });
  }
  plot(at('broadcast-chart'), percentileLines('tick-delay'), { ...overTime, unit: 'ms', log: true, limit: limitOf('tick-delay.p99') });
  plot(at('lateness-chart'), percentileLines('lateness'), { ...overTime, unit: 'ms', log: true, height: 200, limit: limitOf('lateness.p99') });
}

function drawSpectrum() {
  const colors = ['--c1', '--c8', '--c5', '--c2', '--c3', '--c7', '--c4', '--c6'];
  const lines = Object.keys(MEASURES).map((measure, i) => ({
    en: MEASURES[measure][0], zh: MEASURES[measure][1], color: colors[i % colors.length], dashed: i >= colors.length,
    points: spectrumPoints(result.spectrum[measure] || []),
  }));
  plot(at('spectrum-chart'), lines, { unit: 'ms', log: true, height: 320, xMarks: NINES, xText: percentAt, from: 0 });
  const statistics = ['p50', 'p90', 'p99', 'p99.9', 'p99.99', 'max', 'mean'];
  const rows = Object.keys(MEASURES).map(measure => [measure, result.percentiles[measure]]).filter(([, p]) => p && p.count > 0)
    .map(([measure, p]) => `<tr><td>${both(...MEASURES[measure])} <span class="soft small">${measure}</span></td><td>${amount(p.count)}</td>`
      + statistics.map(statistic => `<td>${amount(p[statistic])}</td>`).join('') + '</tr>');
  at('percentile-table').innerHTML = `<table><thead><tr><th>ms</th><th>${both('count', '次数')}</th>`
    + statistics.map(statistic => `<th>${statistic}</th>`).join('') + `</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function drawCounts() {
  const lines = all => all.map(([name, en, zh, color, dashed]) => ({ en, zh, color, dashed, points: counts(name) }));
  const some = all => all.filter(([name]) => result.totals[name] > 0);
  plot(at('throughput-chart'), lines([
    ['orders-meant', 'meant', '应下单', '--c6', true], ['orders-sent', 'sent', '已发出', '--c1'],
    ['orders-reserved', 'reserved', '锁定库存', '--c2'], ['orders-refused', 'refused', '被拒绝', '--c7'],
    ['orders-shed', 'shed', '被削峰', '--c4'],
  ]), { ...overTime, unit: '/s', height: 300 });
  plot(at('shed-chart'), lines(some([
    ['orders-shed', 'orders', '订单', '--c4'], ['comments-shed', 'comments', '评论', '--c3'],
    ['claims-shed', 'claims', '领券', '--c8'],
    ['orders-unanswered', 'orders without an answer', '无答复订单', '--c5'],
    ['orders-broken', 'orders whose connections broke', '连接中断的订单', '--c7'], ['errors', 'errors', '错误', '--c6'],
  ])), { ...overTime, unit: '/s' });
  plot(at('sockets-chart'), [{ en: 'connected', zh: '在线', color: '--c1', points: gauge('viewers') }].concat(lines(some([
    ['joins', 'came in', '进入', '--c2'], ['drops', 'dropped off', '离开', '--c7'], ['sockets-lost', 'lost', '意外断开', '--c4'],
    ['stalls', 'stopped reading', '停止接收', '--c5'], ['stalled-closed', 'closed for not reading', '因不接收被关闭', '--c6'],
  ]))), overTime);
  const reasons = Object.entries(result.refusals).sort((a, b) => b[1] - a[1]);
  const most = reasons.length > 0 ? reasons[0][1] : 1;
  at('refusal-bars').innerHTML = reasons.length === 0
    ? `<p class="nothing">${both('Nobody was turned away.', '没有人被拒绝。')}</p>`
    : reasons.map(([code, count]) => `<div class="hbar"><span>${escaped(code)}</span><div><i style="width:${100 * count / most}%"></i></div><span>${amount(count)}</span></div>`).join('');
}

function drawServer() {
  const line = (name, en, zh, color) => ({ en, zh, color, points: gauge(name) });
  const top = { ...overTime, height: 300 };
  plot(at('server-share-chart'), [line('server.cpu', 'processors', 'CPU', '--c1'), line('server.ring-occupancy', 'ring', '环形队列', '--c5')], top);
  plot(at('server-time-chart'), [line('server.gc-ms', 'GC pauses, a second', '每秒 GC 停顿', '--c3'), line('server.force-ms', 'force, on average', '落盘平均', '--c2')], { ...top, unit: 'ms' });
  const known = ['viewers', 'server.cpu', 'server.ring-occupancy', 'server.gc-ms', 'server.force-ms'];
  for (const name of Object.keys(result.series.gauges).filter(each => !known.includes(each))) {
    const place = document.createElement('div');
    at('gauge-charts').append(place);
    plot(place, [line(name, escaped(name), escaped(name), '--c1')], { ...overTime, height: 160 });
  }
}

function drawAudit() {
  const said = both(`${amount(result.audited)} orders were held against the server's journal.`, `${amount(result.audited)} 笔订单已与服务器日志逐一核对。`);
  at('audit-text').innerHTML = `<p>${said}</p>` + (result.findings.length === 0
    ? `<p class="held">${both('Nothing was lost, doubled, oversold or wrongly refused.', '无丢失、无重复、无超卖、无误拒。')}</p>`
    : `<div class="wide"><table><tbody>${result.findings.map(f => `<tr><td class="missed">${escaped(f.kind)}</td><td style="text-align:left;white-space:normal">${escaped(f.detail)}</td></tr>`).join('')}</tbody></table></div>`);
}

switches();
drawVerdict();
drawTiles();
drawThresholds();
drawNearest();
drawStages();
drawCounts();
drawTimes();
drawSpectrum();
drawServer();
drawAudit();
