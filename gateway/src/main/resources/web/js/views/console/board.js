import { tag } from '../../lib.js';
import { localeTag, sentence, t } from '../../i18n.js';
import { count, shortTime, timeLeft } from '../../format.js';
import { icon } from '../icons.js';
import { note } from './note.js';
import { pressButton } from './press.js';
import { statePill } from './rooms.js';
import { tabBar, tabContent } from './tabs.js';

const { div, section, h2, p, span, button } = tag;

/** One room's board. */
export function board(view) {
  const { state } = view;
  if (!state.chosen) return nothingYet(view);
  if (!state.room) return waiting(state);
  return div(
    { class: 'board', 'data-testid': 'board' },
    lost(view),
    head(view),
    tabBar(view),
    tabContent(view),
  );
}

function nothingYet({ page }) {
  return div(
    { class: 'board-empty' },
    p({ class: 'board-empty-title' }, t('console.noRooms')),
    page.may('saveRoom') &&
      button({ type: 'button', class: 'primary', onClick: () => page.ask({ name: 'room', room: null }) }, t('console.newRoom')),
  );
}

function waiting({ link }) {
  const text = link.state === 'closed' ? sentence(link.code) : t('console.loading');
  return p({ class: 'board-wait', role: 'status' }, text);
}

/** What is shown is old: nobody decides by it without knowing. */
function lost({ state: { link }, page }) {
  if (link.state === 'live' || link.state === 'connecting') return null;
  return div(
    { class: 'board-lost', role: 'alert', 'data-testid': 'lost' },
    icon('wifi'),
    p(null, link.state === 'closed' ? sentence(link.code) : t('console.lost')),
    link.state !== 'closed' &&
      button({ type: 'button', class: 'console-plain', onClick: () => page.retryNow() }, t('link.now')),
  );
}

function head(view) {
  const { state, page, nowMs } = view;
  const { room } = state;
  return section(
    { class: 'board-head', 'aria-labelledby': 'show-title' },
    div(
      { class: 'board-head-text' },
      div(
        { class: 'board-head-line' },
        h2({ class: 'board-title', id: 'show-title', 'data-testid': 'show-title' }, room.title),
        span({ 'data-testid': 'show-state', 'data-state': room.state }, statePill(room.state)),
      ),
      p(
        { class: 'board-when' },
        when(room, nowMs),
        ' · ',
        t('console.roomNumber', { n: room.id }),
        room.state === 'SCHEDULED' && span({ 'data-testid': 'booked' }, ' · ', t('console.booked', { n: count(room.booked, localeTag()) })),
      ),
    ),
    div(
      { class: 'board-head-buttons' },
      page.may('saveRoom') &&
        button(
          {
            type: 'button',
            class: 'act',
            'data-testid': 'edit-room',
            onClick: () => page.ask({ name: 'room', room }),
          },
          icon('edit'),
          t('console.edit'),
        ),
      link(room),
      turn(view),
    ),
    note(view, 'state'),
    note(view, 'room'),
  );
}

/** The viewers' own page, beside the board. */
function link(room) {
  return tag.a(
    { class: 'act', href: `/rooms/${room.id}`, target: '_blank', rel: 'noopener' },
    icon('eye'),
    t('console.asViewer'),
  );
}

/** A show moves on only: from scheduled to live to its end. */
function turn({ state, page }) {
  if (!page.may('setRoomState')) return null;
  if (state.room.state === 'SCHEDULED') {
    return pressButton({
      page,
      name: 'state',
      testId: 'go-live',
      className: 'act act-main',
      children: [icon('play'), t('console.goLive')],
      onPress: () => page.setState('LIVE'),
    });
  }
  if (state.room.state === 'LIVE') {
    return button(
      {
        type: 'button',
        class: 'act act-grave',
        disabled: page.presses.isBusy('state'),
        'data-testid': 'end-show',
        onClick: () => page.ask({ name: 'end' }),
      },
      icon('stop'),
      t('console.end'),
    );
  }
  return null;
}

function when({ state, startsAtMs }, nowMs) {
  const time = shortTime(startsAtMs, localeTag());
  if (state !== 'SCHEDULED' || startsAtMs <= nowMs) return t('console.startedAt', { time });
  const { days, text } = timeLeft(startsAtMs - nowMs);
  return t(days > 0 ? 'console.startsAtDays' : 'console.startsAt', { time, left: text, n: days });
}
