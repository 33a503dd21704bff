import { Component, tag } from '../lib.js';
import { PARTS, SPANS } from '../earnings-page.js';
import { shortTime, signedYuan } from '../format.js';
import { localeTag, otherLanguage, sentence, t } from '../i18n.js';
import { icon } from './icons.js';

const { main, header, section, div, h1, h2, p, span, ul, li, button, dl, dt, dd } = tag;

/** The whole page; it is drawn again on every change of the state. */
export class Earnings extends Component {
  componentDidMount() {
    this.props.page.store.subscribe(() => this.forceUpdate());
  }

  render({ page }) {
    const { state } = page.store;
    return main(
      { class: 'earnings', 'aria-busy': state.busy ? 'true' : undefined },
      heading({ state, page }),
      state.failure && failure({ state, page }),
      state.statement && balance(state.statement),
      state.statement && periods({ state, page }),
      state.statement && entries({ state, page }),
      !state.statement && state.busy && p({ class: 'earnings-wait', role: 'status' }, t('earnings.loading')),
    );
  }
}

function heading({ state, page }) {
  const account = state.statement?.account;
  return header(
    { class: 'earnings-head' },
    div(
      { class: 'earnings-who' },
      h1({ class: 'earnings-title' }, t('earnings.title')),
      account &&
        p({ class: 'earnings-name', 'data-testid': 'account' }, account.name ?? t(`earnings.${account.kind}`, account)),
    ),
    button(
      {
        type: 'button',
        class: 'round plain lang',
        'aria-label': `${t('lang.label')} ${t('lang.switch')}`,
        'data-testid': 'lang-toggle',
        onClick: () => page.setLanguage(otherLanguage()),
      },
      span({ 'aria-hidden': 'true' }, t('lang.label')),
    ),
  );
}

function failure({ state, page }) {
  const text = /^TOKEN_/.test(state.failure) ? t('earnings.signIn') : sentence(state.failure);
  return div(
    { class: 'earnings-failure', role: 'alert', 'data-testid': 'failure' },
    p(null, text),
    button({ type: 'button', class: 'quiet', onClick: () => page.load() }, t('earnings.again')),
  );
}

/** What is payable now stands first: it is what people look for. */
function balance({ balance: fen, timeZone }) {
  const part = (name, amount) =>
    div({ class: `earnings-part earnings-${name}` }, dt(null, t(`earnings.${name}`)), dd({ 'data-testid': name }, amount));
  return section(
    { class: 'earnings-card', 'aria-label': t('earnings.balance') },
    dl(
      { class: 'earnings-balance' },
      part('payable', signedYuan(fen.payableFen)),
      part('frozen', signedYuan(fen.frozenFen)),
      part('paid', signedYuan(fen.paidFen)),
      part('total', signedYuan(fen.totalFen)),
    ),
    fen.payableFen < 0 && p({ class: 'earnings-note' }, t('earnings.carried')),
    p({ class: 'earnings-note' }, t('earnings.zone', { zone: timeZone })),
  );
}

function chips({ label, values, chosen, text, choose }) {
  return div(
    { class: 'chips', role: 'group', 'aria-label': label },
    values.map((value) =>
      button(
        {
          type: 'button',
          key: value,
          class: 'chip',
          'aria-pressed': value === chosen ? 'true' : 'false',
          'data-testid': `chip-${value}`,
          onClick: () => choose(value),
        },
        text(value),
      ),
    ),
  );
}

function periods({ state, page }) {
  const { statement, by, days, isGuide } = state;
  const rows = by === 'show' ? statement.rows : [...statement.rows].reverse();
  return section(
    { class: 'earnings-card' },
    h2({ class: 'panel-title' }, t('earnings.statement')),
    isGuide &&
      chips({
        label: t('earnings.account'),
        values: ['guide', 'viewer'],
        chosen: statement.account.kind === 'GUIDE' ? 'guide' : 'viewer',
        text: (account) => t(`earnings.account.${account}`),
        choose: (account) => page.choose(account),
      }),
    chips({
      label: t('earnings.by'),
      values: PARTS,
      chosen: by,
      text: (part) => t(`earnings.by.${part}`),
      choose: (part) => page.partBy(part),
    }),
    chips({
      label: t('earnings.span'),
      values: SPANS,
      chosen: days,
      text: (n) => t('earnings.days', { n }),
      choose: (n) => page.span(n),
    }),
    rows.length === 0 && p({ class: 'earnings-none' }, t('earnings.none')),
    ul(
      { class: 'earnings-rows', 'data-testid': 'rows' },
      rows.map((row) => periodRow(state, row)),
    ),
  );
}

function periodRow(state, row) {
  const facts = [
    row.earnedFen > 0 && t('earnings.earned', { price: signedYuan(row.earnedFen) }),
    row.takenBackFen < 0 && t('earnings.takenBack', { price: signedYuan(row.takenBackFen) }),
    row.paidFen > 0 && t('earnings.paidOut', { price: signedYuan(-row.paidFen) }),
  ];
  return li(
    { class: 'earnings-row', key: row.period ?? row.room ?? 'none' },
    div(
      { class: 'earnings-row-text' },
      span({ class: 'earnings-row-title' }, row.period ?? roomName(state, row.room)),
      span({ class: 'earnings-row-facts' }, facts.filter(Boolean).join(' · ')),
    ),
    // Of a row of payouts alone, what they paid.
    span({ class: 'earnings-row-sum' }, signedYuan(row.earnedFen + row.takenBackFen || row.netFen)),
  );
}

function roomName(state, room) {
  if (!room) return t('earnings.payouts');
  return state.rooms.get(room) ?? t('earnings.room', { n: room });
}

function entries({ state, page }) {
  return section(
    { class: 'earnings-card' },
    div(
      { class: 'earnings-entries-head' },
      h2({ class: 'panel-title' }, t('earnings.entries')),
      button(
        {
          type: 'button',
          class: 'quiet earnings-download',
          'data-testid': 'download',
          onClick: () => page.download(),
        },
        icon('down'),
        span(null, t('earnings.download')),
      ),
    ),
    state.entries.length === 0 && p({ class: 'earnings-none' }, t('earnings.none')),
    ul(
      { class: 'earnings-rows', 'data-testid': 'entries' },
      state.entries.map((entry) => entryRow(entry, state.statement)),
    ),
    state.next &&
      button(
        {
          type: 'button',
          class: 'quiet wide',
          'aria-disabled': state.busy ? 'true' : undefined,
          'data-testid': 'more',
          onClick: () => state.busy || page.more(),
        },
        t('earnings.more'),
      ),
  );
}

/** At the time that it has where its day begins: else it would stand under another day than it counts for. */
function entryRow(entry, { at: now, timeZone }) {
  const paid = entry.role === 'PAYOUT';
  const title = paid ? t('earnings.payout', { n: entry.payout }) : t('order.number', { n: entry.order });
  const frozen = !paid && Date.parse(entry.payableAt) > Date.parse(now);
  const facts = [
    t(`earnings.role.${entry.role}`),
    shortTime(entry.at, localeTag(), timeZone),
    frozen && t('earnings.until', { time: shortTime(entry.payableAt, localeTag(), timeZone) }),
  ];
  return li(
    { class: 'earnings-row', key: `${entry.sequence}.${entry.line ?? ''}.${entry.role}` },
    div(
      { class: 'earnings-row-text' },
      span({ class: 'earnings-row-title' }, title),
      span({ class: 'earnings-row-facts' }, facts.filter(Boolean).join(' · ')),
    ),
    span({ class: `earnings-row-sum ${entry.amountFen < 0 ? 'is-less' : ''}` }, signedYuan(entry.amountFen)),
  );
}
