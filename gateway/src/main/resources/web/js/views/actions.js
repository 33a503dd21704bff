import { tag } from '../lib.js';
import { bookButton, bookNote } from './booking.js';
import { joinButton } from './share.js';
import { tipGroup, tipNotes } from './tips.js';
import { walletButton } from './wallet.js';

const { div } = tag;

/** What there is to do but buy, in a row that goes on to the side: coupons, the group, tips. */
export function actionRow(view) {
  return div(
    { class: 'tips' },
    div({ class: 'tip-row' }, bookButton(view), walletButton(view), joinButton(view), tipGroup(view)),
    bookNote(view.state),
    tipNotes(view),
  );
}
