import { Component, tag } from '../lib.js';
import { shortTime } from '../format.js';
import { localeTag, sentence, t } from '../i18n.js';
import { COMMENT_CODE_POINTS, readyComment } from '../talk.js';
import { muteNotice } from './appeal.js';
import { icon } from './icons.js';

const { form, label, input, button, span, p } = tag;

/** From this many code points left on, the viewer is told. */
const WARN_LEFT = 10;

function refusalText({ code, untilMs }, nowMs) {
  if (code === 'TALK_SLOWED' && untilMs) return t('talk.slowUntil', { s: Math.max(1, Math.ceil((untilMs - nowMs) / 1_000)) });
  if (code === 'VIEWER_MUTED' && untilMs) return t('talk.mutedUntil', { time: shortTime(untilMs, localeTag()) });
  return sentence(code);
}

/** The comment input. What was refused comes back into it, with the reason above. */
export class Composer extends Component {
  state = { text: '' };

  componentDidUpdate(before) {
    const { refusal, draft } = this.props.talk;
    if (refusal && refusal !== before.talk.refusal && draft && this.state.text === '') this.setState({ text: draft });
  }

  #submit = (event) => {
    event.preventDefault();
    const text = readyComment(this.state.text);
    if (text && this.props.page.comment(text)) this.setState({ text: '' });
  };

  #input = (event) => {
    const text = [...event.target.value].slice(0, COMMENT_CODE_POINTS).join('');
    if (text !== event.target.value) event.target.value = text;
    this.setState({ text });
  };

  render({ page, live, ended, talk, slowSeconds }, { text }) {
    if (talk.mute) return muteNotice({ mute: talk.mute, page });
    const left = COMMENT_CODE_POINTS - [...text].length;
    const placeholder = ended ? t('talk.ended') : live ? (slowSeconds > 0 ? t('talk.slow', { s: slowSeconds }) : t('talk.placeholder')) : t('talk.offline');
    return form(
      { class: 'composer', onSubmit: this.#submit },
      talk.refusal &&
        p(
          { class: 'talk-refusal', role: 'alert', 'data-testid': 'talk-refusal' },
          icon('alert'),
          span(null, refusalText(talk.refusal, page.clock.now())),
        ),
      label({ class: 'sr-only', for: 'comment-input' }, t('talk.input')),
      input({
        id: 'comment-input',
        class: 'composer-input',
        type: 'text',
        value: text,
        placeholder,
        disabled: ended,
        autocomplete: 'off',
        enterkeyhint: 'send',
        'data-testid': 'comment-input',
        onInput: this.#input,
      }),
      left <= WARN_LEFT &&
        span(
          { class: 'composer-left' },
          span({ 'aria-hidden': 'true' }, left),
          span({ class: 'sr-only' }, t('talk.left', { n: left })),
        ),
      button(
        {
          type: 'submit',
          class: 'composer-send',
          'aria-label': t('talk.send'),
          'aria-disabled': !live || !readyComment(text) ? 'true' : undefined,
          'data-testid': 'comment-send',
        },
        icon('send'),
      ),
    );
  }
}
