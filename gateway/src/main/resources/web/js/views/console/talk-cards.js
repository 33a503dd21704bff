import { Component, h, tag } from '../../lib.js';
import { shortTime } from '../../format.js';
import { localeTag, t } from '../../i18n.js';
import { icon } from '../icons.js';
import { clockTime, row } from './comments.js';
import { note, refusal } from './note.js';
import { pressButton } from './press.js';

const { section, h3, ul, ol, li, div, p, span, form, label, input, button } = tag;

/** Bytes of a word that may be blocked. */
const WORD_BYTES = 60;

function card(name, title, ...children) {
  return section(
    { class: `panel-card talk-card talk-${name}`, 'aria-labelledby': `${name}-title` },
    h3({ class: 'card-title', id: `${name}-title` }, title),
    children,
  );
}

/** What viewers find wrong, those that most of them do first. */
export function reportCard(view) {
  const { reported } = view.state.moderation;
  return card(
    'reports',
    t('console.reported', { n: reported.length }),
    reported.length === 0 && p({ class: 'card-none' }, t('console.noReports')),
    reported.length > 0 &&
      ul(
        { class: 'said-list', 'data-testid': 'reports', tabindex: 0, 'aria-labelledby': 'reports-title' },
        reported.map((comment) => row(comment, view, 'reported')),
      ),
  );
}

/** What muted viewers say; those that wait have buttons. */
export function appealCard(view) {
  const { appeals } = view.state.moderation;
  const open = appeals.filter((appeal) => appeal.state === 'OPEN').length;
  return card(
    'appeals',
    t('console.appeals', { n: open }),
    appeals.length === 0 && p({ class: 'card-none' }, t('console.noAppeals')),
    appeals.length > 0 &&
      ul(
        { class: 'said-list', 'data-testid': 'appeals', tabindex: 0, 'aria-labelledby': 'appeals-title' },
        appeals.map((appeal) => appealRow(appeal, view)),
      ),
  );
}

function appealRow(appeal, view) {
  const { appeal: number, viewer, text, at, state, decidedBy } = appeal;
  return li(
    { key: number, class: 'said', 'data-testid': `appeal-${number}`, 'data-state': state },
    div(
      { class: 'said-body' },
      p(
        { class: 'said-facts' },
        span({ class: 'said-viewer' }, t('console.viewer', { n: viewer })),
        span(null, clockTime(at)),
        state !== 'OPEN' && span({ class: 'pill' }, t(`console.appeal.${state}`, { n: decidedBy ?? '' })),
      ),
      p({ class: 'said-text' }, text),
      p({ class: 'said-why' }, muteText(appeal)),
    ),
    state === 'OPEN' && div({ class: 'said-buttons' }, decision(appeal, true, view), decision(appeal, false, view)),
    note(view, `appeal-${number}`),
  );
}

function muteText({ mutedBy, mutedUntil, reason }) {
  const until = mutedUntil ? t('console.mutedUntil', { time: shortTime(mutedUntil, localeTag()) }) : t('console.mutedForGood');
  const by = mutedBy ? ` · ${t('console.operator', { n: mutedBy })}` : '';
  return `${until}${by}${reason ? ` · ${reason}` : ''}`;
}

function decision({ appeal, viewer }, granted, { page }) {
  const key = granted ? 'grant' : 'deny';
  return pressButton({
    page,
    name: `appeal-${appeal}`,
    testId: `${key}-${appeal}`,
    label: t(`console.${key}Of`, { n: viewer }),
    className: granted ? 'act act-main' : 'act',
    children: t(`console.${key}`),
    onPress: () => page.decideAppeal(viewer, appeal, granted),
  });
}

/** What may not be said, in all rooms. */
export function wordCard(view) {
  const { words } = view.state.moderation;
  return card(
    'words',
    t('console.words', { n: words.length }),
    h(WordForm, { view }),
    note(view, 'word'),
    words.length === 0 && p({ class: 'card-none' }, t('console.noWords')),
    words.length > 0 && ul({ class: 'word-list', 'data-testid': 'words' }, words.map((word) => wordChip(word, view))),
  );
}

function wordChip(word, { page }) {
  return li(
    { key: word, class: 'word' },
    span(null, word),
    button(
      {
        type: 'button',
        class: 'word-drop',
        'aria-label': t('console.allowWord', { word }),
        disabled: page.presses.isBusy('word'),
        'data-testid': `allow-${word}`,
        onClick: () => page.blockWord(word, false),
      },
      icon('close'),
    ),
  );
}

class WordForm extends Component {
  state = { word: '' };

  #send = async (event) => {
    event.preventDefault();
    const word = this.state.word.trim();
    const tooLong = new TextEncoder().encode(word).length > WORD_BYTES;
    if (word && !tooLong && (await this.props.view.page.blockWord(word, true))) this.setState({ word: '' });
  };

  render({ view: { page } }, { word }) {
    return form(
      { class: 'word-form', onSubmit: this.#send },
      label({ class: 'sr-only', for: 'word' }, t('console.field.word')),
      input({
        id: 'word',
        class: 'console-input',
        value: word,
        maxlength: 20,
        autocomplete: 'off',
        placeholder: t('console.field.word'),
        'data-testid': 'word',
        onInput: (event) => this.setState({ word: event.target.value }),
      }),
      button({ type: 'submit', class: 'act act-main', disabled: page.presses.isBusy('word'), 'data-testid': 'block-word' }, t('console.blockWord')),
    );
  }
}

/** Who did what to the talk, as the journal has it. */
export function talkDeedCard({ state, page }) {
  const { deeds } = state.moderation;
  return card(
    'deeds',
    t('console.deeds'),
    deeds.length === 0 && p({ class: 'card-none' }, t('console.noDeeds')),
    ol(
      { class: 'deed-list', 'data-testid': 'talk-deeds', tabindex: 0, 'aria-labelledby': 'deeds-title' },
      deeds.map((deed) => deedEntry(deed, state, page)),
    ),
  );
}

function deedEntry(deed, state, page) {
  const refused = deed.outcome !== 'ACCEPTED' && deed.outcome !== 'REPEATED';
  return li(
    { class: `deed ${refused ? 'is-refused' : ''} ${page.presses.own.has(deed.sequence) ? 'is-own' : ''}`, key: deed.sequence },
    span({ class: 'deed-dot', 'aria-hidden': 'true' }),
    div(
      { class: 'deed-body' },
      p({ class: 'deed-text' }, talkDeedText(deed)),
      refused && p({ class: 'deed-refused' }, refusal({ problem: { code: deed.outcome }, definite: true })),
      p(
        { class: 'deed-facts' },
        t(deed.operator === state.operator ? 'console.you' : 'console.operator', { n: deed.operator }),
        ' · ',
        clockTime(deed.at),
        ' · ',
        t('console.record', { n: deed.sequence }),
      ),
    ),
  );
}

function talkDeedText({ type, viewer, comment, word, blocked, granted, seconds, reason, for: term }) {
  const values = { viewer: viewer ?? '', comment, word, n: seconds, reason };
  switch (type) {
    case 'io.sluice.comment.hide':
      return t('console.talk.hide', values);
    case 'io.sluice.word.block':
      return t(blocked ? 'console.talk.block' : 'console.talk.allow', values);
    case 'io.sluice.room.slow':
      return t(seconds > 0 ? 'console.talk.slow' : 'console.talk.quick', values);
    case 'io.sluice.mute.decide':
      return t(granted ? 'console.talk.grant' : 'console.talk.deny', values);
    default:
      return t(`console.talk.mute.${term}`, values) + (reason ? t('console.talk.reason', values) : '');
  }
}
