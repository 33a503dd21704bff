import { Component, Fragment, h, tag } from '../lib.js';
import { sentence, t } from '../i18n.js';
import { actionRow } from './actions.js';
import { appealSheet } from './appeal.js';
import { banner } from './banner.js';
import { begunNotice } from './booking.js';
import { checkout } from './checkout.js';
import { Comments } from './comments.js';
import { Composer } from './composer.js';
import { Hearts } from './hearts.js';
import { icon } from './icons.js';
import { turnNotices } from './line.js';
import { myOrders } from './my-orders.js';
import { offerList, offersPanel, pinnedOffer } from './offers.js';
import { rainOverlay } from './rain.js';
import { reviewSheet } from './review-form.js';
import { reviewsSheet } from './reviews.js';
import { shareSheet } from './share.js';
import { Sheet } from './sheet.js';
import { stage } from './stage.js';
import { Ticker, boughtItem } from './ticker.js';
import { tipItem, tippersSheet } from './tips.js';
import { bagButton, likeButton, ordersButton, topBar } from './top.js';
import { Voice } from './voice.js';
import { walletSheet } from './wallet.js';

const { main, div, section, h2, p } = tag;

/** From this width on offers, picture and talk stand side by side. `base.css` has the same number. */
const WIDE = matchMedia('(min-width: 1024px)');

const SHEETS = {
  offers: { title: 'offers.title', body: offerList },
  orders: { title: 'order.title', body: myOrders },
  checkout: { title: 'pay.title', body: checkout },
  share: { title: 'share.title', body: shareSheet },
  tippers: { title: 'tip.ranking', body: tippersSheet },
  wallet: { title: 'wallet.title', body: walletSheet },
  reviews: { title: 'review.title', body: reviewsSheet },
  review: { title: 'review.writeTitle', body: reviewSheet },
  appeal: { title: 'appeal.title', body: appealSheet },
};

/** The whole page. It is drawn again on every change of the state and on every full second of the server. */
export class Room extends Component {
  state = { wide: WIDE.matches };

  componentDidMount() {
    this.props.page.store.subscribe(() => this.forceUpdate());
    WIDE.addEventListener('change', () => this.setState({ wide: WIDE.matches }));
  }

  render({ page }, { wide }) {
    const { state } = page.store;
    const nowMs = page.clock.now();
    const view = { state, page, nowMs, wide };
    if (!state.room) return entrance(view);
    return h(
      Fragment,
      null,
      div(
        { class: `room ${wide ? 'room-wide' : 'room-narrow'}` },
        wide && topBar(view),
        main(
          { class: 'room-main' },
          wide && offersPanel(view),
          scene(view),
          wide && talkPanel(view),
          !wide && bar(view),
          banner(view),
        ),
      ),
      sheet(view),
      !state.sheet && h(Voice, { said: state.said, toast: state.toast }),
    );
  }
}

/** Before the room is known: the way in, or why there is none. */
function entrance({ state, page }) {
  const { link } = state;
  const lost = link.state === 'closed';
  const signIn = lost && /^TOKEN_/.test(link.code);
  const title =
    link.code === 'ROOM_UNKNOWN'
      ? t('room.notFound')
      : lost
        ? signIn
          ? t('room.signIn')
          : sentence(link.code)
        : t('room.loading');
  return main(
    { class: 'entrance' },
    div({ class: `entrance-mark ${lost ? '' : 'entrance-busy'}` }, icon(lost ? 'alert' : 'bag')),
    p({ class: 'entrance-title', role: 'status' }, title),
    link.code === 'ROOM_UNKNOWN' && p(null, t('room.notFoundBody')),
    !lost && banner({ state, page }),
  );
}

function scene(view) {
  const { state, wide } = view;
  return section(
    { class: 'scene', 'aria-label': state.room.title },
    stage(view),
    !wide && topBar(view),
    h(Hearts, { likes: state.likes }),
    div(
      { class: 'over' },
      h(Ticker, {
        kind: 'bought',
        news: state.bought,
        item: (order) => boughtItem(state.offers, order),
        language: state.language,
      }),
      state.tips.length > 0 && h(Ticker, { kind: 'tip', news: state.tips, item: tipItem, language: state.language }),
      !wide && comments(view),
      actionRow(view),
      turnNotices(view),
      begunNotice(view),
      div({ class: 'over-deal' }, pinnedOffer(view), wide && likeButton(view)),
    ),
    rainOverlay(view),
  );
}

function comments({ state, page }) {
  const { comments: said, hidden, notShown, reported, language } = state;
  return h(Comments, { page, comments: said, hidden, notShown, reported, language });
}

function composer({ state, page }) {
  return h(Composer, {
    page,
    talk: state.talk,
    slowSeconds: state.slowSeconds,
    live: state.link.state === 'live',
    ended: state.room.state === 'ENDED',
    language: state.language,
  });
}

function talkPanel(view) {
  const { state } = view;
  return section(
    { class: 'panel talk-panel', 'aria-labelledby': 'talk-title' },
    div({ class: 'panel-head' }, h2({ id: 'talk-title', class: 'panel-title' }, t('talk.title'))),
    comments(view),
    composer(view),
  );
}

function bar(view) {
  return div(
    { class: 'bar' },
    bagButton(view),
    composer(view),
    likeButton(view),
    ordersButton({ ...view, className: 'glass' }),
  );
}

function sheet(view) {
  const { state, page } = view;
  const open = state.sheet && SHEETS[state.sheet.name];
  if (!open) return null;
  const reserved = state.sheet.name !== 'checkout' || state.orders.get(state.sheet.order)?.state === 'RESERVED';
  const title = reserved ? t(open.title) : t('order.number', { n: state.sheet.order });
  return h(
    Sheet,
    {
      key: state.sheet.name,
      name: state.sheet.name,
      title,
      said: state.said,
      toast: state.toast,
      onClose: () => page.closeSheet(),
    },
    open.body(view),
  );
}
