import { tag } from '../lib.js';
import { count } from '../format.js';
import { localeTag, otherLanguage, t } from '../i18n.js';
import { goodsOf } from '../tips.js';
import { icon } from './icons.js';
import { unpaidCount } from './my-orders.js';
import { invitation, shareButton } from './share.js';

const { header, div, h1, span, button, img } = tag;

const BADGES = { LIVE: 'room.live', SCHEDULED: 'room.scheduled', ENDED: 'room.ended' };

function languageButton(page) {
  return button(
    {
      type: 'button',
      class: 'round glass lang',
      'aria-label': `${t('lang.label')} ${t('lang.switch')}`,
      'data-testid': 'lang-toggle',
      onClick: () => page.setLanguage(otherLanguage()),
    },
    span({ 'aria-hidden': 'true' }, t('lang.label')),
  );
}

/** Who is on, how many watch, and the ways out of here. */
export function topBar({ state, page, wide }) {
  const { room } = state;
  const viewers = count(state.viewers, localeTag());
  return header(
    { class: 'top' },
    div(
      { class: 'top-room' },
      img({ class: 'top-mark', src: '/assets/img/mark.svg', alt: '' }),
      div(
        { class: 'top-text' },
        h1({ class: 'top-title', 'data-testid': 'room-title' }, room.title),
        div(
          { class: 'top-facts' },
          span(
            { class: `badge badge-${room.state.toLowerCase()}`, 'data-testid': 'room-state', 'data-state': room.state },
            t(BADGES[room.state]),
          ),
          span({ class: 'top-viewers', 'data-testid': 'viewers' }, t('room.viewers', { n: viewers })),
        ),
        invitation(state),
      ),
    ),
    div(
      { class: 'top-actions' },
      languageButton(page),
      shareButton({ page, className: wide ? 'top-orders' : 'glass', text: wide && t('share.button') }),
      wide && ordersButton({ state, page, className: 'top-orders', text: t('order.title') }),
    ),
  );
}

/** Opens my orders; a number on it says how many wait for their payment. */
export function ordersButton({ state, page, className, text }) {
  const unpaid = unpaidCount(state);
  return button(
    {
      type: 'button',
      class: `round ${className}`,
      'aria-label': unpaid > 0 ? t('order.open', { n: unpaid }) : t('order.title'),
      'aria-haspopup': 'dialog',
      'data-testid': 'open-orders',
      onClick: () => page.openSheet({ name: 'orders' }),
    },
    icon('orders'),
    text && span(null, text),
    unpaid > 0 && span({ class: 'dot', 'aria-hidden': 'true' }, unpaid),
  );
}

/** The shopping bag of the phone's bar. */
export function bagButton({ state, page }) {
  const goods = goodsOf(state).length;
  return button(
    {
      type: 'button',
      class: 'bag',
      'aria-label': t('offers.open', { n: goods }),
      'aria-haspopup': 'dialog',
      'data-testid': 'open-offers',
      onClick: () => page.openSheet({ name: 'offers' }),
    },
    icon('bag'),
    span({ class: 'bag-count', 'aria-hidden': 'true' }, goods),
  );
}

export function likeButton({ state, page }) {
  return button(
    {
      type: 'button',
      class: 'round like',
      'data-testid': 'like-button',
      disabled: state.room.state === 'ENDED',
      onClick: () => page.like(),
    },
    icon('heart'),
    span({ class: 'sr-only' }, t('like')),
    span({ class: 'like-count', 'data-testid': 'likes', 'data-likes': state.likes }, count(state.likes, localeTag())),
  );
}
