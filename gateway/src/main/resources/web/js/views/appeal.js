import { Component, h, tag } from '../lib.js';
import { shortTime } from '../format.js';
import { localeTag, sentence, t } from '../i18n.js';
import { icon } from './icons.js';

const { div, form, label, textarea, p, span, button } = tag;

/** Code points of an appeal; as many of them as there may be bytes of the dearest. */
const APPEAL_CODE_POINTS = 150;

/** In place of the input for who is muted: until when, and the way to say something against it. */
export function muteNotice({ mute, page }) {
  return div(
    { class: 'mute-notice', role: 'status', 'data-testid': 'mute-notice', 'data-appeal': mute.appeal },
    icon('silent'),
    span(
      { class: 'mute-text' },
      mute.untilMs ? t('talk.mutedUntil', { time: shortTime(mute.untilMs, localeTag()) }) : t('talk.mutedForGood'),
      mute.reason && span({ class: 'mute-reason' }, t('talk.muteReason', { reason: mute.reason })),
    ),
    mute.appeal === 'none'
      ? button(
          { type: 'button', class: 'mute-appeal', 'data-testid': 'open-appeal', 'aria-haspopup': 'dialog', onClick: () => page.openSheet({ name: 'appeal' }) },
          t('appeal.open'),
        )
      : span({ class: 'mute-state' }, t(`appeal.${mute.appeal}`)),
  );
}

/** What the viewer says against the mute; one text for each. */
export function appealSheet({ state, page }) {
  const { mute } = state.talk;
  if (!mute) return p({ 'data-testid': 'appeal-over' }, t('appeal.over'));
  if (mute.appeal !== 'none') return p({ 'data-testid': 'appeal-sent' }, t(`appeal.${mute.appeal}`));
  return h(AppealForm, { page, refusal: mute.refusal, language: state.language });
}

class AppealForm extends Component {
  state = { text: '', busy: false };

  #send = async (event) => {
    event.preventDefault();
    const text = this.state.text.replace(/\s+/g, ' ').trim();
    if (!text || this.state.busy) return;
    this.setState({ busy: true });
    await this.props.page.appeal(text);
    this.setState({ busy: false });
  };

  #input = (event) => {
    const text = [...event.target.value].slice(0, APPEAL_CODE_POINTS).join('');
    if (text !== event.target.value) event.target.value = text;
    this.setState({ text });
  };

  render({ refusal }, { text, busy }) {
    return form(
      { class: 'appeal', onSubmit: this.#send },
      label({ class: 'appeal-label', for: 'appeal-text' }, t('appeal.label')),
      textarea({ id: 'appeal-text', class: 'appeal-text', rows: 4, value: text, 'data-testid': 'appeal-text', onInput: this.#input }),
      p({ class: 'appeal-note' }, t('appeal.once')),
      refusal && p({ class: 'buy-note buy-note-bad', role: 'alert' }, icon('alert'), span(null, sentence(refusal))),
      button(
        {
          type: 'submit',
          class: 'primary wide',
          'aria-disabled': busy || !text.trim() ? 'true' : undefined,
          'data-testid': 'appeal-send',
        },
        t('appeal.send'),
      ),
    );
  }
}
