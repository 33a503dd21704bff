import { Component, h, tag } from '../../lib.js';
import { share } from '../../console/figures.js';
import { averageFen, byMoney, minuteBars, netFen, refundShare, viewerFunnel } from '../../console/summary.js';
import { count, shortTime, signedYuan, yuan } from '../../format.js';
import { localeTag, sentence, t } from '../../i18n.js';
import { icon } from '../icons.js';
import { Thumb } from '../thumb.js';
import { offerTitle } from './orders.js';
import { funnelChart, minuteChart } from './summary-charts.js';

const { div, section, header, h2, h3, p, span, button, dl, dt, dd, ol, ul, li, table, thead, tbody, tr, th, td } = tag;

const SOURCES_SHOWN = 12;

/** The show summed up, to be read once it is over, printed or kept as a table. */
export function summary(view) {
  return h(Summary, view);
}

class Summary extends Component {
  #known = null;

  componentDidMount() {
    this.#follow();
  }

  componentDidUpdate() {
    this.#follow();
  }

  /** The figures tell that there is something new to sum up. */
  #follow() {
    const { state, page } = this.props;
    const { orders, money } = state.figures ?? {};
    const news = JSON.stringify([state.chosen, state.room?.state, orders, money]);
    if (this.#known === news) return;
    this.#known = news;
    page.summarize();
  }

  render(view) {
    const { summary: told, summaryFailure } = view.state;
    if (!told) return p({ class: 'board-wait', role: 'status' }, summaryFailure ? sentence(summaryFailure) : t('console.loading'));
    return div(
      { class: 'summary', 'data-testid': 'summary', 'data-sequence': told.sequence },
      head(view, told),
      tiles(told),
      funnelCard(told),
      told.rowsKept
        ? [div({ class: 'summary-row', key: 'cuts' }, minutesCard(told), sourcesCard(told)), offersCard(view, told)]
        : p({ class: 'summary-note', 'data-testid': 'rows-forgotten' }, t('console.rowsForgotten')),
      told.replay.asked > 0 && replayCard(told.replay),
      p({ class: 'summary-from' }, t('console.summaryFrom', { from: told.fromSequence, to: told.sequence })),
    );
  }
}

function head({ state, page }, told) {
  return header(
    { class: 'summary-head' },
    div(
      null,
      h2({ class: 'summary-title' }, t(told.endedAt ? 'console.summaryTitle' : 'console.summarySoFar')),
      p({ class: 'summary-when' }, span({ class: 'summary-room' }, state.room.title), when(told)),
    ),
    div(
      { class: 'summary-ends' },
      button({ type: 'button', class: 'act', 'data-testid': 'summary-csv', onClick: () => page.downloadSummary() }, icon('down'), 'CSV'),
      button({ type: 'button', class: 'act', 'data-testid': 'summary-print', onClick: () => print() }, icon('orders'), t('console.print')),
      page.may('saveRoom') &&
        button({ type: 'button', class: 'act act-main', 'data-testid': 'encore', onClick: () => page.ask({ name: 'encore' }) }, icon('play'), t('console.encore')),
    ),
  );
}

function when({ wentLiveAt, endedAt }) {
  if (!wentLiveAt) return t('console.notLiveYet');
  const from = shortTime(wentLiveAt, localeTag());
  return endedAt ? t('console.ranFromTo', { from, to: shortTime(endedAt, localeTag()) }) : t('console.runsSince', { from });
}

function tiles({ total, replay }) {
  const average = averageFen(total);
  return dl(
    { class: 'tiles summary-tiles' },
    tile('net', signedYuan(netFen(total)), t('console.beforeRefunds', { paid: yuan(total.paidFen), back: yuan(total.refundedFen) }), true),
    tile('paidOrders', count(total.paid, localeTag()), t('console.ofPlaced', { n: total.reserved })),
    tile('average', average === null ? '—' : yuan(average), t('console.anOrder')),
    tile('refundShare', percent(refundShare(total)), t('console.ofMoney')),
    tile('replayNet', signedYuan(netFen(replay)), t('console.afterTheEnd')),
  );
}

function tile(name, value, small, isMain = false) {
  return div(
    { class: `tile ${isMain ? 'is-main' : ''}` },
    dt({ class: 'tile-name' }, t(`console.summary.${name}`)),
    dd({ class: 'tile-body' }, span({ class: 'tile-value', 'data-testid': `summary-${name}` }, value), span({ class: 'tile-small' }, small)),
  );
}

function percent(part) {
  if (part === null) return '—';
  return new Intl.NumberFormat(localeTag(), { style: 'percent', maximumFractionDigits: 1 }).format(part);
}

function funnelCard(told) {
  const steps = viewerFunnel(told);
  return section(
    { class: 'panel-card', 'aria-labelledby': 'drop-title' },
    h3({ class: 'card-title', id: 'drop-title' }, t('console.viewerFunnel')),
    ol(
      { class: 'drop-steps' },
      steps.map(({ name, viewers }, i) =>
        li(
          { key: name },
          span({ class: 'drop-name' }, t(`console.viewerStep.${name}`)),
          span({ class: 'drop-count', 'data-testid': `viewers-${name}` }, count(viewers, localeTag())),
          span({ class: 'drop-share' }, i === 0 ? t('console.viewers') : percent(share(viewers, steps[0].viewers))),
        ),
      ),
    ),
    funnelChart(steps),
    p({ class: 'summary-note' }, t(told.viewers.more ? 'console.viewersMore' : 'console.viewersHow')),
  );
}

function minutesCard(told) {
  const chart = minuteBars(told);
  return section(
    { class: 'panel-card', 'aria-labelledby': 'minutes-title' },
    div(
      { class: 'card-head' },
      h3({ class: 'card-title', id: 'minutes-title' }, t(chart.minutes > 1 ? 'console.byMinutes' : 'console.byMinute', { n: chart.minutes })),
      ul(
        { class: 'legend' },
        li({ class: 'legend-item' }, span({ class: 'legend-key key-money', 'aria-hidden': 'true' }), t('console.moneyCame')),
        li({ class: 'legend-item' }, span({ class: 'legend-key key-asked', 'aria-hidden': 'true' }), t('console.step.asked')),
      ),
    ),
    minuteChart(chart) ?? p({ class: 'card-none' }, t('console.noOrders')),
    chart.later && p({ class: 'summary-note' }, t('console.later', { n: chart.later.paid, money: signedYuan(netFen(chart.later)) })),
  );
}

function sourcesCard({ sources }) {
  const sorted = byMoney(sources);
  const most = Math.max(1, ...sorted.map((one) => one.paidFen));
  const rest = sorted.length - SOURCES_SHOWN;
  return section(
    { class: 'panel-card', 'aria-labelledby': 'sources-title' },
    h3({ class: 'card-title', id: 'sources-title' }, t('console.bySource')),
    sorted.length === 0 && p({ class: 'card-none' }, t('console.noOrders')),
    ol(
      { class: 'sources', 'data-testid': 'sources' },
      sorted.slice(0, SOURCES_SHOWN).map((one) =>
        li(
          { key: `${one.kind}-${one.id}`, class: 'source' },
          span({ class: `source-kind source-${one.kind.toLowerCase()}` }, t(`console.source.${one.kind}`)),
          span({ class: 'source-name' }, one.name ?? (one.id ? `#${one.id}` : '')),
          span({ class: 'source-money' }, signedYuan(netFen(one))),
          span({ class: 'source-track' }, span({ class: 'source-bar', style: { width: `${(100 * one.paidFen) / most}%` } })),
          span({ class: 'source-orders' }, t('console.paidOf', { paid: one.paid, placed: one.reserved })),
        ),
      ),
    ),
    rest > 0 && p({ class: 'summary-note' }, t('console.moreSources', { n: rest })),
  );
}

function offersCard({ state }, { offers }) {
  const column = (name) => th({ scope: 'col', key: name }, t(`console.column.${name}`));
  const most = Math.max(1, ...offers.map(netFen));
  return section(
    { class: 'panel-card', 'aria-labelledby': 'offers-summary-title' },
    h3({ class: 'card-title', id: 'offers-summary-title' }, t('console.byOffer')),
    table(
      { class: 'summary-offers', 'data-testid': 'summary-offers' },
      thead(null, tr(null, ['offer', 'asked', 'placed', 'paid', 'kept', 'net'].map(column))),
      tbody(
        null,
        byMoney(offers).map((row) => {
          const offer = state.offers.get(row.offer);
          return tr(
            { key: row.offer },
            td(null, div({ class: 'summary-offer' }, offer && h(Thumb, { offer, className: 'top-thumb' }), offerTitle(state, row.offer))),
            td(null, row.asked),
            td(null, row.reserved),
            td(null, row.paid),
            td(null, row.paidUnits - row.refundedUnits),
            td({ class: 'summary-net' }, signedYuan(netFen(row)), span({ class: 'top-track' }, span({ class: 'top-bar', style: { width: `${Math.max(0, (100 * netFen(row)) / most)}%` } }))),
          );
        }),
      ),
    ),
  );
}

function replayCard(replay) {
  return section(
    { class: 'panel-card summary-replay', 'aria-labelledby': 'replay-title', 'data-testid': 'replay' },
    h3({ class: 'card-title', id: 'replay-title' }, t('console.replay')),
    p(null, t('console.replayTold', { asked: replay.asked, placed: replay.reserved, paid: replay.paid, money: signedYuan(netFen(replay)) })),
  );
}
