import { tag } from '../../lib.js';
import { t } from '../../i18n.js';
import { comments } from './comments.js';
import { sale } from './sale.js';

const { div, button } = tag;

/** What a board is made of, in the order of the tabs; a name is also the address's `tab` and the end of its label's key. */
const TABS = [
  { name: 'sale', content: sale },
  { name: 'comments', content: comments },
];

/** The tabs of a board, of which one is shown; none when there is no choice. Arrow keys go from one to the next. */
export function tabBar({ state, page }) {
  if (TABS.length === 1) return null;
  return div(
    { class: 'board-tabs', role: 'tablist', 'aria-label': t('console.tabs'), onKeyDown: (event) => step(event, page) },
    TABS.map(({ name }) => tabButton(name, name === shown(state).name, page)),
  );
}

/** The chosen tab's content. */
export function tabContent(view) {
  const { name, content } = shown(view.state);
  if (TABS.length === 1) return content(view);
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
  const at = TABS.indexOf(shown(page.store.state));
  const next = TABS.at((at + turn) % TABS.length);
  page.showTab(next.name);
  document.getElementById(`tab-${next.name}`)?.focus();
}

/** An address may name a tab that there is not. */
function shown(state) {
  return TABS.find(({ name }) => name === state.tab) ?? TABS[0];
}
