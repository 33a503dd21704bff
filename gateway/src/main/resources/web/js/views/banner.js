import { tag } from '../lib.js';
import { sentence, t } from '../i18n.js';
import { icon } from './icons.js';

const { div, span, button } = tag;

function text(link) {
  if (link.state === 'connecting') return t('link.retrying');
  if (link.state === 'closed') return link.code in CLOSED ? t(CLOSED[link.code]) : sentence(link.code);
  if (link.state === 'offline') return t('link.offline');
  if (link.code === 'STOPPING') return t('link.stopping');
  const seconds = Math.max(1, Math.ceil((link.retryAt - performance.now()) / 1000));
  const reason = link.code === 'IDLE' || link.code === 'TOKEN_EXPIRED' ? '' : `${sentence(link.code)} `;
  return Number.isFinite(seconds) ? reason + t('link.waiting', { s: seconds }) : t('link.retrying');
}

const CLOSED = { REPLACED: 'bye.REPLACED', BAD_FRAMES: 'bye.BAD_FRAMES', CLOSED: 'bye.CLOSED' };

/**
 * Says that the room is not live at the moment and what is done about it; nothing on the first, quick connect. It counts
 * seconds, so it is no live region: the page announces the loss and the return once.
 */
export function banner({ state, page }) {
  const { link, wasLive } = state;
  const shown = link.state !== 'live' && (link.state !== 'connecting' || wasLive || link.again);
  return div(
    { class: 'banner-place', 'data-testid': 'connection-banner', 'data-state': link.state },
    shown &&
      div(
        { class: `banner banner-${link.state}` },
        icon('wifi'),
        span({ class: 'banner-text' }, text(link)),
        (link.state === 'waiting' || link.state === 'offline') &&
          button(
            { type: 'button', class: 'banner-now', 'data-testid': 'reconnect-now', onClick: () => page.reconnect() },
            t('link.now'),
          ),
      ),
  );
}
