import { tag } from '../lib.js';
import { yuan } from '../format.js';
import { sentence, t } from '../i18n.js';
import { couponTerms } from './coupon.js';
import { icon } from './icons.js';
import { countdown } from './price.js';

const { button, div, p, section, span } = tag;

const PACKETS = 12;

/** A coupon rain over the picture, with one button, while it falls; nothing else, and nothing once the viewer has left it. */
export function rainOverlay({ state, page, nowMs }) {
  const { rain } = state;
  if (!rain || state.rainSeen === rain.id || nowMs >= rain.untilMs) return null;
  const claim = state.claims.get(rain.campaign);
  const mine = claim?.rain === rain.id ? claim : null;
  if (rain.over && mine?.phase !== 'sending' && mine?.phase !== 'claimed') return null;
  return section(
    { class: 'rain', 'aria-labelledby': 'rain-title', 'data-testid': 'rain', 'data-state': mine?.phase ?? 'falls' },
    div(
      { class: 'rain-sky', 'aria-hidden': 'true' },
      Array.from({ length: PACKETS }, (_, index) => span({ key: index, class: `packet packet-${index % 6}` })),
    ),
    div(
      { class: 'rain-card' },
      p({ id: 'rain-title', class: 'rain-title' }, rain.title),
      p({ class: 'rain-left' }, t('rain.left'), countdown(rain.untilMs - nowMs, 'count-plain')),
      mine?.phase === 'claimed' ? won(mine.coupon) : grabButton({ page, rain, claim: mine }),
      mine?.problem && p({ class: 'rain-note', 'data-testid': 'rain-note' }, sentence(mine.problem.code)),
      button(
        { type: 'button', class: 'rain-leave', 'data-testid': 'rain-leave', onClick: () => page.leaveRain(rain) },
        t(mine?.phase === 'claimed' ? 'rain.done' : 'rain.leave'),
      ),
    ),
  );
}

function grabButton({ page, rain, claim }) {
  const busy = claim?.phase === 'sending';
  return button(
    {
      type: 'button',
      class: 'rain-grab',
      'aria-disabled': busy ? 'true' : undefined,
      'aria-busy': busy ? 'true' : undefined,
      'data-testid': 'rain-grab',
      onClick: () => busy || page.claim(rain),
    },
    t(claim?.phase === 'unknown' ? 'buy.retry' : 'rain.grab'),
  );
}

function won(coupon) {
  return div(
    { class: 'rain-won', 'data-testid': 'rain-won' },
    icon('check'),
    span(null, t('rain.won', { price: yuan(coupon.discountFen) })),
    span({ class: 'rain-terms' }, couponTerms(coupon)),
  );
}
