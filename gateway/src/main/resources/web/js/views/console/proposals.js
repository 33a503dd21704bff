import { tag } from '../../lib.js';
import { localeTag, t } from '../../i18n.js';
import { count, shortTime } from '../../format.js';
import { icon } from '../icons.js';
import { itemTitle } from './deeds.js';
import { note } from './note.js';
import { pressButton } from './press.js';

const { section, h3, ul, li, div, p, button } = tag;

/** The write-offs that wait for a second person, of all items; nothing while none does. */
export function proposalList(view) {
  const { proposals } = view.state;
  if (proposals.length === 0) return null;
  return section(
    { class: 'panel-card proposals-card', 'aria-labelledby': 'proposals-title', 'data-testid': 'proposals' },
    h3({ class: 'card-title', id: 'proposals-title' }, icon('shield'), t('console.proposals')),
    ul({ class: 'console-proposals' }, proposals.map((one) => row(one, view))),
  );
}

function row(one, view) {
  const { state } = view;
  const own = one.operator === state.operator;
  return li(
    { key: one.proposal, class: 'console-proposal', 'data-testid': `proposal-${one.proposal}` },
    div(
      { class: 'console-proposal-text' },
      p({ class: 'console-proposal-what' }, t('console.proposal', valuesOf(one, state))),
      p(
        { class: 'console-proposal-facts' },
        t(own ? 'console.you' : 'console.operator', { n: one.operator }),
        ' · ',
        t('console.record', { n: one.proposal }),
        ' · ',
        t('console.proposalUntil', { time: shortTime(one.until, localeTag()) }),
        own && ` · ${t('console.proposalOwn')}`,
      ),
    ),
    div({ class: 'console-offer-buttons' }, approveButton(one, own, view), withdrawButton(one, view)),
    note(view, `proposal-${one.proposal}`),
  );
}

/** Who proposed it has none. */
function approveButton(one, own, { page, state }) {
  if (own || !page.may('approveProposal')) return null;
  return button(
    {
      type: 'button',
      class: 'act act-grave',
      'aria-label': t('console.approveOf', valuesOf(one, state)),
      disabled: page.presses.isBusy(`proposal-${one.proposal}`),
      'data-testid': `approve-${one.proposal}`,
      onClick: () => page.ask({ name: 'approve', proposal: one }),
    },
    icon('check'),
    t('console.approve'),
  );
}

function withdrawButton(one, { page, state }) {
  if (!page.may('withdrawProposal')) return null;
  return pressButton({
    page,
    name: `proposal-${one.proposal}`,
    testId: `withdraw-${one.proposal}`,
    label: t('console.withdrawOf', valuesOf(one, state)),
    children: [icon('close'), t('console.withdraw')],
    onPress: () => page.withdraw(one),
  });
}

/** What a proposal's texts say of it. */
export function valuesOf(one, state) {
  return { n: count(one.units, localeTag()), item: itemTitle(state, one.item), who: one.operator };
}
