import { tag } from '../../lib.js';
import { localeTag, t } from '../../i18n.js';
import { count, shortTime } from '../../format.js';
import { icon } from '../icons.js';

const { nav, ul, li, div, span, button, h2 } = tag;

/** The shows to choose from, the newest number first. */
export function roomList({ state, page }) {
  return nav(
    { class: 'console-rooms', 'aria-label': t('console.rooms') },
    div(
      { class: 'console-rooms-head' },
      h2({ class: 'console-rooms-title' }, t('console.rooms')),
      page.may('saveRoom') &&
        button(
          {
            type: 'button',
            class: 'console-new',
            'data-testid': 'new-room',
            onClick: () => page.ask({ name: 'room', room: null }),
          },
          icon('plus'),
          t('console.newRoom'),
        ),
    ),
    ul({ class: 'console-rooms-list' }, state.rooms.map((room) => entry(room, state, page))),
    state.nextRooms &&
      button({ type: 'button', class: 'console-plain', onClick: () => page.moreRooms() }, t('console.moreRooms')),
  );
}

function entry(room, state, page) {
  const chosen = room.room === state.chosen;
  return li(
    { key: room.room },
    button(
      {
        type: 'button',
        class: `console-room ${chosen ? 'is-chosen' : ''}`,
        'aria-current': chosen ? 'true' : undefined,
        'data-testid': `room-${room.room}`,
        onClick: () => page.choose(room.room),
      },
      span({ class: 'console-room-title' }, room.title),
      span(
        { class: 'console-room-facts' },
        statePill(room.state),
        room.state === 'LIVE' ? watching(room.viewers) : span(null, shortTime(room.startsAt, localeTag())),
      ),
    ),
  );
}

function watching(viewers) {
  return span({ class: 'console-room-viewers' }, icon('eye'), count(viewers, localeTag()));
}

export function statePill(state) {
  return span({ class: `pill pill-${state.toLowerCase()}` }, t(`console.state.${state}`));
}
