import { tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const { div, p, span, button, input, label } = tag;

/** Whose code brought the viewer here, in the line under the room's title; absent for who came by themselves. */
export function invitation({ invitation: code }) {
  if (!code) return null;
  const names = [code.guide, code.group, code.store].filter((named) => named?.name).map(({ name }) => name);
  const who = names.length > 0 ? names.join(' · ') : code.inviter ? t('share.friend') : null;
  return who && span({ class: 'top-invited', 'data-testid': 'invitation' }, t('share.invited', { who }));
}

/** Joins the group whose code brought the viewer here; absent without one, and once they are in it. */
export function joinButton({ state, page }) {
  const group = state.invitation?.group;
  const phase = state.membership?.phase;
  if (!group || phase === 'joined') return null;
  return button(
    {
      type: 'button',
      class: 'tip',
      'aria-disabled': phase === 'joining' ? 'true' : undefined,
      'data-testid': 'join-group',
      onClick: () => phase === 'joining' || page.joinGroup(),
    },
    icon('people'),
    span({ class: 'tip-title' }, t('group.join', { group: group.name ?? group.id })),
  );
}

export function shareButton({ page, className, text }) {
  return button(
    {
      type: 'button',
      class: `round ${className}`,
      'aria-label': t('share.title'),
      'aria-haspopup': 'dialog',
      'data-testid': 'open-share',
      onClick: () => page.share(),
    },
    icon('share'),
    text && span(null, text),
  );
}

/** The viewer's own link: copied already where the browser lets a page do that, and to be copied by hand where not. */
export function shareSheet({ state, page }) {
  const { phase, link } = state.sharing ?? {};
  return div(
    { class: 'share', 'data-testid': 'share', 'data-state': phase },
    p(null, t('share.body')),
    phase === 'failed' && p({ class: 'buy-note buy-note-bad' }, icon('alert'), span(null, t('share.failed'))),
    link && [
      label({ class: 'share-label', for: 'share-link' }, t('share.link')),
      input({
        id: 'share-link',
        class: 'share-link',
        readonly: true,
        value: link,
        'data-testid': 'share-link',
        onFocus: (event) => event.target.select(),
      }),
    ],
    button(
      {
        type: 'button',
        class: 'primary wide',
        'aria-disabled': phase === 'making' ? 'true' : undefined,
        'data-testid': 'share-copy',
        onClick: () => phase !== 'making' && (link ? page.copyLink() : page.share()),
      },
      phase === 'copied' && icon('check'),
      t(caption(phase)),
    ),
  );
}

function caption(phase) {
  if (phase === 'making') return 'share.making';
  if (phase === 'failed') return 'share.again';
  return phase === 'copied' ? 'share.copied' : 'share.copy';
}
