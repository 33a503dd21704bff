import { tag } from '../lib.js';
import { localeTag, sentence, t } from '../i18n.js';
import { count } from '../format.js';
import { icon } from './icons.js';

const { a, button, div, p, span, strong } = tag;

/** To be told when a scheduled show begins; nothing in a room that has begun. */
export function bookButton({ state, page }) {
  if (state.room.state !== 'SCHEDULED') return null;
  const booked = state.bookings.has(state.room.id);
  const busy = state.booking?.phase === 'sending';
  return button(
    {
      type: 'button',
      class: 'tip',
      'aria-disabled': busy ? 'true' : undefined,
      'aria-busy': busy ? 'true' : undefined,
      'data-testid': 'book-show',
      onClick: () => busy || page.toggleBooking(),
    },
    busy ? span({ class: 'spinner', 'aria-hidden': 'true' }) : icon(booked ? 'check' : 'clock'),
    span({ class: 'tip-title' }, t(booked ? 'book.done' : 'book.button')),
    state.room.booked > 0 && span({ class: 'tip-price', 'data-testid': 'booked' }, t('book.count', { n: count(state.room.booked, localeTag()) })),
  );
}

/** Why the last press came to nothing. */
export function bookNote({ booking }) {
  if (booking?.phase !== 'failed') return null;
  return p({ class: 'buy-note buy-note-bad', 'data-testid': 'book-note' }, icon('alert'), span(null, sentence(booking.problem?.code ?? 'UNREACHABLE')));
}

/** A booked show has begun in another room: the way there. */
export function begunNotice({ state, page }) {
  if (!state.begun) return null;
  const { room, title } = state.begun;
  return div(
    { class: 'turn', role: 'status', 'data-testid': 'begun' },
    div({ class: 'turn-text' }, strong({ class: 'turn-title' }, icon('play'), t('book.begun')), p({ class: 'turn-offer' }, title)),
    div(
      { class: 'turn-buttons' },
      a({ class: 'buy buy-called', href: `/rooms/${room}`, 'data-testid': 'begun-go' }, t('book.go')),
      button({ type: 'button', class: 'line-leave', onClick: () => page.leaveBegun() }, t('book.stay')),
    ),
  );
}
