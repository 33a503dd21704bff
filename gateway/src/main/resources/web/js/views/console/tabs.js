import { tag } from '../../lib.js';
import { t } from '../../i18n.js';
import { comments } from './comments.js';
import { orders } from './orders.js';
import { reviews } from './reviews.js';
import { sale } from './sale.js';
import { summary } from './summary.js';

const { div, button } = tag;

/**
 * What a board is made of, in the order of the tabs; a name is also the address's `tab` and the end of its label's key. A tab is
 * shown to who may use the operation that it needs.
 */
const TABS = [
  { name: 'sale', content: sale, needs: 'getFigures' },
  { name: 'comments', content: comments, needs: 'getTalk' },
  { name: 'orders', content: orders, needs: 'listRoomOrders' },
  { name: 'reviews', content: reviews, needs: 'listReviewsToJudge' },
  { name: 'summary', content: summary, needs: 'getSummary' },
];

/** The tabs of a board, of which one is shown; none when there is no choice. Arrow keys go from one to the next. */
export function tabBar({ state, page }) {
  const tabs = tabsFor(page);
  if (tabs.length === 1) return null;
  return div(
    { class: 'board-tabs', role: 'tablist', 'aria-label': t('console.tabs'), onKeyDown: (event) => step(event, page) },
    tabs.map(({ name }) => tabButton(name, name === shown(state, tabs).name, page)),
  );
}

/** The chosen tab's content. */
export function tabContent(view) {
  const tabs = tabsFor(view.page);
  const { name, content } = shown(view.state, tabs);
  if (tabs.length === 1) return content(view);
  return div({ id: 'board-tab-panel', role: 'tabpanel', 'aria-labelledby': `tab-${name}`, 'data-testid': `panel-${name}` }, content(view));
}

function tabButton(name, selected, page) {
  return button(
    {
      type: 'button',
      id: `tab-${name}`,
      class: 'board-tab',
      role: 'tab',
      'aria-selected': String(selected),
      'aria-controls': 'board-tab-panel',
      tabindex: selected ? 0 : -1,
      'data-testid': `tab-${name}`,
      onClick: () => page.showTab(name),
    },
    t(`console.tab.${name}`),
  );
}

function step(event, page) {
  const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!turn) return;
  event.preventDefault();
  const tabs = tabsFor(page);
  const at = tabs.indexOf(shown(page.store.state, tabs));
  const next = tabs.at((at + turn) % tabs.length);
  page.showTab(next.name);
  document.getElementById(`tab-${next.name}`)?.focus();
}

function tabsFor(page) {
  return TABS.filter(({ needs }) => page.may(needs));
}

/** An address may name a tab that there is not, or not for everybody. */
function shown(state, tabs) {
  return tabs.find(({ name }) => name === state.tab) ?? tabs[0];
}
