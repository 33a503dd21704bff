import { tag } from '../../lib.js';
import { localeTag, t } from '../../i18n.js';
import { refusal } from './note.js';

const { section, h2, ol, li, p, span, div } = tag;

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };

/** Who did what, as the journal has it: the same on every console. */
export function deedLog({ state, page }) {
  const { deeds } = state.figures;
  return section(
    { class: 'panel-card deeds', 'aria-labelledby': 'deeds-title' },
    h2({ class: 'card-title', id: 'deeds-title' }, t('console.deeds')),
    deeds.length === 0 && p({ class: 'card-none' }, t('console.noDeeds')),
    ol(
      { class: 'deed-list', 'data-testid': 'deeds', tabindex: 0, 'aria-labelledby': 'deeds-title' },
      deeds.map((deed) => entry(deed, state, page)),
    ),
  );
}

function entry(deed, state, page) {
  const refused = deed.outcome !== 'ACCEPTED' && deed.outcome !== 'PROPOSED';
  const own = page.presses.own.has(deed.sequence);
  return li(
    { class: `deed ${refused ? 'is-refused' : ''} ${own ? 'is-own' : ''}`, key: deed.sequence },
    span({ class: 'deed-dot', 'aria-hidden': 'true' }),
    div(
      { class: 'deed-body' },
      p({ class: 'deed-text' }, deedText(deed, state)),
      refused && p({ class: 'deed-refused' }, refusal({ problem: { code: deed.outcome }, definite: true })),
      p(
        { class: 'deed-facts' },
        t(deed.operator === state.operator ? 'console.you' : 'console.operator', { n: deed.operator }),
        ' · ',
        new Intl.DateTimeFormat(localeTag(), CLOCK).format(new Date(deed.at)),
        ' · ',
        t('console.record', { n: deed.sequence }),
      ),
    ),
  );
}

/** What a deed was, in one line. */
export function deedText(deed, state) {
  const offer = deed.offer ? titleOf(state.offers.get(deed.offer), deed.offer) : '';
  switch (deed.type) {
    case 'io.sluice.room.state':
      return t(`console.deed.state.${deed.state}`);
    case 'io.sluice.room.pin':
      return deed.offer ? t('console.deed.pin', { offer }) : t('console.deed.unpin');
    case 'io.sluice.item.stock':
      return t(stockKey(deed), { item: itemTitle(state, deed.item), n: Math.abs(deed.change) });
    case 'io.sluice.proposal.approve':
    case 'io.sluice.proposal.withdraw':
      return t(`console.deed.${deed.type.replace('io.sluice.', '')}${deed.change ? '' : '.tried'}`, {
        item: itemTitle(state, deed.item),
        n: Math.abs(deed.change ?? 0),
      });
    default:
      return t(`console.deed.${deed.type.replace('io.sluice.', '')}`, { offer });
  }
}

function stockKey(deed) {
  if (deed.outcome === 'PROPOSED') return 'console.deed.proposed';
  return deed.change > 0 ? 'console.deed.restock' : 'console.deed.writeOff';
}

function titleOf(offer, number) {
  return offer?.title ?? `#${number}`;
}

/** As an offer of this room calls it, else its number. */
export function itemTitle(state, item) {
  const offer = [...state.offers.values()].find((one) => one.item === item);
  return titleOf(offer, item);
}
