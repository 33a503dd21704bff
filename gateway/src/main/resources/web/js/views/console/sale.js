import { tag } from '../../lib.js';
import { sentence, t } from '../../i18n.js';
import { deedLog } from './deeds.js';
import { figuresOf } from './figures.js';
import { offerList } from './offers.js';
import { proposalList } from './proposals.js';

const { div, p } = tag;

/** How the room sells, what it sells, and who did what. */
export function sale(view) {
  const { state, page } = view;
  return div(
    { class: 'board-part' },
    state.figures
      ? figuresOf(view)
      : p({ class: 'board-wait', role: 'status' }, state.figuresFailure ? sentence(state.figuresFailure) : t('console.loading')),
    proposalList(view),
    div({ class: 'board-lower' }, offerList(view), state.figures && deedLog(view, page)),
  );
}
