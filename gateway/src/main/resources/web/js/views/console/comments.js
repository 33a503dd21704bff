import { tag } from '../../lib.js';
import { localeTag, sentence, t } from '../../i18n.js';
import { icon } from '../icons.js';
import { note } from './note.js';
import { pressButton } from './press.js';
import { appealCard, reportCard, talkDeedCard, wordCard } from './talk-cards.js';

const { section, header, h3, ul, li, div, p, span, button, label, input, select, option } = tag;

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
/** What a room's wait is chosen from, seconds. */
const WAITS = [0, 5, 10, 30, 60, 300];

/** What is said in the room, and what moderators can do about it. */
export function comments(view) {
  return div(
    { class: 'talk-board' },
    flow(view),
    div({ class: 'talk-side' }, appealCard(view), reportCard(view), wordCard(view), talkDeedCard(view)),
  );
}

/** When something was said or done. */
export function clockTime(at) {
  return new Intl.DateTimeFormat(localeTag(), CLOCK).format(new Date(at));
}

function flow(view) {
  const { state, page } = view;
  const { comments: said, next, failure, search } = state.moderation;
  return section(
    { class: 'panel-card talk-flow', 'aria-labelledby': 'flow-title' },
    header(
      { class: 'card-head talk-head' },
      h3({ class: 'card-title', id: 'flow-title' }, t('console.flow')),
      searchField(search, page),
      slowMode(view),
      pauseButton(view),
    ),
    note(view, 'slow'),
    failure && p({ class: 'card-none', role: 'alert' }, icon('alert'), sentence(failure)),
    !said && !failure && p({ class: 'card-none', role: 'status' }, t('console.loading')),
    said?.length === 0 && p({ class: 'card-none' }, t(search ? 'console.noneFound' : 'console.nobodySpoke')),
    ul(
      { class: 'said-list', 'data-testid': 'flow', tabindex: 0, 'aria-labelledby': 'flow-title' },
      said?.map((comment) => row(comment, view, 'flow')),
    ),
    next && button({ type: 'button', class: 'console-plain', 'data-testid': 'flow-more', onClick: () => page.moderation.more() }, t('console.olderComments')),
  );
}

function searchField(search, page) {
  return div(
    { class: 'talk-search' },
    label({ class: 'sr-only', for: 'flow-search' }, t('console.searchComments')),
    input({
      id: 'flow-search',
      type: 'search',
      class: 'console-input',
      value: search,
      maxlength: 50,
      placeholder: t('console.searchComments'),
      'data-testid': 'flow-search',
      onInput: (event) => page.moderation.search(event.target.value),
    }),
  );
}

/** How long each viewer waits from one comment to the next. */
function slowMode({ state, page }) {
  const waits = [...new Set([...WAITS, state.slowSeconds])].sort((a, b) => a - b);
  return div(
    { class: 'talk-slow-mode' },
    label({ class: 'field-label', for: 'slow-mode' }, t('console.slowMode')),
    select(
      {
        id: 'slow-mode',
        class: 'console-input',
        value: String(state.slowSeconds),
        disabled: page.presses.isBusy('slow'),
        'data-testid': 'slow-mode',
        onChange: (event) => page.slowRoom(Number(event.target.value)),
      },
      waits.map((seconds) =>
        option({ value: String(seconds) }, seconds === 0 ? t('console.slowOff') : t('console.slowSeconds', { n: seconds })),
      ),
    ),
  );
}

function pauseButton({ state, page }) {
  const { paused, fresh } = state.moderation;
  return button(
    {
      type: 'button',
      class: `act ${paused ? 'act-main' : ''}`,
      'aria-pressed': paused ? 'true' : 'false',
      'data-testid': 'flow-pause',
      onClick: () => page.moderation.pause(!paused),
    },
    icon(paused ? 'play' : 'pause'),
    paused ? t(fresh > 0 ? 'console.flowFresh' : 'console.flowPaused', { n: fresh }) : t('console.flowPause'),
  );
}

/**
 * One comment with what can be done about it.
 *
 * @param place where it stands; the same comment may be in the flow and among the reported ones
 */
export function row(comment, view, place) {
  const { comment: number, viewer, text, at, hiddenBy, muted, reports } = comment;
  return li(
    { key: number, class: `said ${hiddenBy ? 'is-hidden' : ''}`, 'data-testid': `${place}-${number}`, 'data-hidden': hiddenBy ? 'true' : 'false' },
    div(
      { class: 'said-body' },
      p(
        { class: 'said-facts' },
        span({ class: 'said-viewer' }, t('console.viewer', { n: viewer })),
        span(null, clockTime(at)),
        reports && span({ class: 'pill pill-report' }, icon('flag'), t('console.reports', { n: reports })),
        muted && span({ class: 'pill pill-muted' }, icon('silent'), t('console.muted')),
        hiddenBy && span({ class: 'pill' }, t('console.hiddenBy', { n: hiddenBy })),
      ),
      p({ class: 'said-text' }, text),
    ),
    div({ class: 'said-buttons' }, hideButton(comment, view, place), muteButton(comment, view, place)),
    note(view, `hide-${number}`),
    note(view, `mute-${viewer}-${number}`),
  );
}

function hideButton({ comment, viewer, hiddenBy }, { page }, place) {
  return pressButton({
    page,
    name: `hide-${comment}`,
    testId: `hide-${place}-${comment}`,
    label: t('console.hideOf', { n: viewer }),
    disabled: Boolean(hiddenBy),
    children: t('console.hide'),
    onPress: () => page.hideComment(comment),
  });
}

function muteButton({ comment, viewer, muted }, { page }, place) {
  const name = `mute-${viewer}-${comment}`;
  if (muted) {
    return pressButton({
      page,
      name,
      testId: `unmute-${place}-${comment}`,
      label: t('console.unmuteOf', { n: viewer }),
      children: t('console.unmute'),
      onPress: () => page.mute(viewer, 'NONE', '', name),
    });
  }
  return button(
    {
      type: 'button',
      class: 'act',
      'aria-label': t('console.muteOf', { n: viewer }),
      'data-testid': `mute-${place}-${comment}`,
      disabled: page.presses.isBusy(name),
      onClick: () => page.ask({ name: 'mute', viewer, press: name }),
    },
    icon('silent'),
    t('console.mute'),
  );
}
