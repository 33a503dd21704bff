import { tag } from '../../lib.js';
import { currentLanguage, localeTag, t } from '../../i18n.js';
import { longDay, shortTime, signedYuan, yuan } from '../../format.js';
import { icon } from '../icons.js';
import { note, refusal } from './note.js';
import { offerTitle, orderPill } from './orders.js';

const { div, section, header, h2, h3, p, span, button, ol, ul, li, table, thead, tbody, tr, th, td } = tag;

const CLOCK = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };

/** One order: what it is, whom it counts for, and its whole story; null while none is open. */
export function orderCard(view) {
  const { order, story } = view.state.orders;
  if (!order) return null;
  return section(
    { class: 'panel-card order-card', 'aria-labelledby': 'order-title', 'data-testid': 'order', 'data-order': order.order },
    head(order),
    ends(order, view),
    note(view, `order-${order.order}`),
    lines(order, view.state),
    story && credit(story),
    story && steps(story, view.state),
  );
}

function head(order) {
  return header(
    { class: 'order-head' },
    div(
      { class: 'order-head-line' },
      h2({ class: 'order-title', id: 'order-title' }, t('order.number', { n: order.order })),
      span({ 'data-testid': 'order-state', 'data-state': order.state }, orderPill(order.state)),
    ),
    p(
      { class: 'order-facts' },
      t('console.viewer', { n: order.viewer }),
      ' · ',
      t('console.roomNumber', { n: order.room }),
      ' · ',
      shortTime(order.placedAt, localeTag()),
    ),
  );
}

/** What may be done about it on the customer's behalf. */
function ends(order, { page, state }) {
  const name = { RESERVED: 'cancel', PAID: 'refund' }[order.state];
  const { asked, declined } = refundOf(state.orders.story);
  if (!name && asked === null) return null;
  const isBusy = page.presses.isBusy(`order-${order.order}`);
  const asking = (dialog, disabled, ...shown) =>
    button(
      {
        type: 'button',
        class: 'act act-grave',
        disabled,
        'data-testid': dialog.name,
        onClick: () => {
          page.presses.forget(`order-${order.order}`);
          page.ask(dialog);
        },
      },
      ...shown,
    );
  return div(
    { class: 'order-ends' },
    name && asking({ name: `${name}-order`, order }, isBusy || asked !== null, icon(name === 'cancel' ? 'close' : 'yuan'), t(`console.${name}Order`)),
    asked !== null && asking({ name: 'withdraw-refund', order, request: asked }, isBusy, icon('close'), t('console.withdrawRefund')),
    asked !== null && p({ class: 'order-asked', role: 'status' }, icon('clock'), t('console.refundAsked', { n: asked })),
    declined !== null && p({ class: 'order-asked', role: 'status', 'data-testid': 'declined' }, icon('alert'), t('console.refundDeclined', { text: declined })),
  );
}

/** The record by which a refund was asked for that has not ended, and why the provider declined the last one; null for none. */
function refundOf(story) {
  let asked = null;
  let declined = null;
  for (const { event } of story?.steps ?? []) {
    const { outcome, sequence, request, reason, state } = event.data;
    const repeats = request === asked && (outcome === 'REPEATED' || outcome === 'REFUND_REQUEST_ENDED');
    if (outcome === 'REFUND_REQUESTED') {
      asked = sequence;
      declined = null;
    } else if (repeats || (outcome === 'REFUNDED' && (request === undefined || request === asked || state === 'REFUNDED'))) {
      // Money for another request that leaves nothing of the order ends this one too.
      asked = null;
      declined = null;
    } else if (outcome === 'REFUND_DECLINED' || outcome === 'REFUND_WITHDRAWN') {
      asked = null;
      declined = outcome === 'REFUND_DECLINED' ? reason : null;
    }
  }
  return { asked, declined };
}

function lines(order, state) {
  const column = (name) => th({ scope: 'col' }, t(`console.order.${name}`));
  return table(
    { class: 'order-lines' },
    thead(null, tr(null, column('offer'), column('units'), column('price'), column('refunded'))),
    tbody(
      null,
      order.lines.map((line) =>
        tr(
          { key: line.offer },
          td(null, offerTitle(state, line.offer)),
          td(null, line.quantity),
          td(null, yuan(line.unitPriceFen)),
          td({ 'data-testid': `refunded-${line.offer}` }, line.refunded ?? 0),
        ),
      ),
      order.discountFen > 0 && sum('discount', `−${yuan(order.discountFen)}`),
      sum('total', yuan(order.totalFen)),
      order.refundedFen > 0 && sum('refundedFen', `−${yuan(order.refundedFen)}`),
    ),
  );
}

function sum(name, value) {
  return tr({ key: name, class: 'order-sum' }, th({ scope: 'row', colspan: 3 }, t(`console.order.${name}`)), td({ 'data-testid': `order-${name}` }, value));
}

/** Whom it counts for and who earns of it, in a sentence each. */
function credit(story) {
  return div(
    { class: 'order-credit' },
    p({ 'data-testid': 'attribution' }, icon('people'), span(null, story.attribution[currentLanguage()])),
    p({ 'data-testid': 'earnings' }, icon('yuan'), span(null, story.earnings[currentLanguage()])),
  );
}

function steps(story, state) {
  const before = story.steps[0]?.event.type !== 'io.sluice.order.place';
  return div(
    { class: 'story' },
    h3({ class: 'card-title' }, t('console.story')),
    before && p({ class: 'figures-from' }, icon('alert'), t('console.storyPruned', { n: story.fromSequence })),
    ol({ class: 'story-steps', 'data-testid': 'story' }, story.steps.map((step) => entry(step, state))),
    story.next && p({ class: 'figures-from' }, icon('alert'), t('console.storyCut', { n: story.next })),
  );
}

function entry({ by, actor, event }, state) {
  const { data } = event;
  const own = `console.story.${data.outcome}`;
  const isDone = t(own) !== own;
  const verb = event.type.replace('io.sluice.order.', '');
  return li(
    { class: `story-step is-${isDone ? data.outcome.toLowerCase() : 'refused'}`, key: data.sequence, 'data-outcome': data.outcome },
    span({ class: 'story-dot', 'aria-hidden': 'true' }),
    div(
      { class: 'story-body' },
      p({ class: 'story-text' }, isDone ? t(own) : t(`console.story.try.${verb}`), money(data)),
      !isDone && p({ class: 'deed-refused' }, refusal({ problem: { code: data.outcome }, definite: true })),
      more(event, state).map((line) => p({ class: 'story-more', key: line }, line)),
      commission(data),
      p(
        { class: 'deed-facts' },
        t(`console.by.${by}`, { n: actor }),
        ' · ',
        new Intl.DateTimeFormat(localeTag(), CLOCK).format(new Date(event.time)),
        ' · ',
        t('console.record', { n: data.sequence }),
      ),
    ),
  );
}

function money({ refundFen, amountFen, totalFen, outcome }) {
  const fen = refundFen ?? amountFen ?? (outcome === 'RESERVED' ? totalFen : undefined);
  return fen === undefined ? null : span({ class: 'story-money' }, yuan(fen));
}

/** What else a record says that somebody who helps a customer asks about. */
function more({ data }, state) {
  const said = [];
  if (data.refundFen !== undefined) {
    const what = data.lines.map((line) => `${offerTitle(state, line.offer)} × ${line.quantity}`).join(', ');
    said.push(t(`console.story.stock.${data.stock}`, { what }));
  }
  if (data.outcome === 'RESERVED') said.push(t('console.story.payBy', { time: shortTime(data.payBy, localeTag()) }));
  if (data.latenessMs > 0) said.push(t('console.story.late', { n: Math.ceil(data.latenessMs / 1000) }));
  if (data.outcome === 'REFUND_DUE') said.push(refusal({ problem: { code: data.cause }, definite: true }));
  if (data.request !== undefined) said.push(t('console.story.request', { n: data.request }));
  if (data.reason) said.push(t('console.story.reason', { text: data.reason }));
  if (data.reference) said.push(t('console.story.reference', { text: data.reference }));
  return said;
}

function commission({ commission: moves = [] }) {
  if (moves.length === 0) return null;
  return ul(
    { class: 'story-moves' },
    moves.map((move) =>
      li(
        { key: `${move.line}-${move.payee}` },
        t(move.fen < 0 ? 'console.story.takenBack' : 'console.story.earned', {
          who: t(`console.payee.${move.payee}`, { n: move.id }),
          money: signedYuan(move.fen),
          day: longDay(move.payableAt, localeTag()),
        }),
      ),
    ),
  );
}
