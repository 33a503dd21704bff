import { h, tag } from '../lib.js';
import { t } from '../i18n.js';
import { countdown } from './price.js';
import { Thumb } from './thumb.js';
import { Video } from './video.js';

const { div, img, p, span } = tag;

/** The picture: the stream when the room has one, otherwise a lit stage with the offer that is being shown. */
export function stage({ state, nowMs }) {
  const { room } = state;
  const plays = room.streamUrl && room.state === 'LIVE';
  return div(
    { class: 'picture' },
    img({ class: 'backdrop', src: '/assets/img/stage.svg', alt: '' }),
    plays && h(Video, { src: room.streamUrl, label: room.title }),
    div({ class: 'shade', 'aria-hidden': 'true' }),
    !plays && still(state, nowMs),
  );
}

function still(state, nowMs) {
  const offer = state.offers.get(state.pinned) ?? [...state.offers.values()][0];
  return div(
    { class: 'still' },
    caption(state.room, nowMs),
    div(
      { class: 'exhibit', 'aria-hidden': 'true' },
      offer && div({ class: 'exhibit-card', key: offer.offer }, h(Thumb, { offer, className: 'exhibit-picture' })),
      img({ class: 'exhibit-podium', src: '/assets/img/podium.svg', alt: '' }),
    ),
  );
}

function caption(room, nowMs) {
  if (room.state === 'ENDED') {
    return div(
      { class: 'still-caption' },
      p({ class: 'still-title' }, t('room.endedTitle')),
      p(null, t('room.endedBody')),
    );
  }
  if (room.state === 'LIVE') {
    return div({ class: 'still-caption' }, p({ class: 'still-title' }, t('room.still')), p(null, t('room.stillBody')));
  }
  const left = room.startsAtMs - nowMs;
  return div(
    { class: 'still-caption', 'data-testid': 'starts-in' },
    p({ class: 'still-title' }, t(left > 0 ? 'room.startsIn' : 'room.startsSoon')),
    left > 0 && p({ class: 'still-count' }, countdown(left, 'count-large')),
    span({ class: 'sr-only' }, room.title),
  );
}
