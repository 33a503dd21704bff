import { Component, createRef, h, tag } from '../../lib.js';
import { otherLanguage, sentence, t } from '../../i18n.js';
import { icon } from '../icons.js';
import { board } from './board.js';
import { openDialog } from './dialogs.js';
import { roomList } from './rooms.js';

const { div, main, header, form, h1, p, span, button, label, input, select, option } = tag;

/** The roles that the console lets in, the one who may all first. */
const ROLES = ['operator', 'moderator', 'service', 'analyst', 'observer'];

/** The whole page; it is drawn again on every change of the state, and each second. */
export class Console extends Component {
  componentDidMount() {
    this.props.page.store.subscribe(() => this.forceUpdate());
  }

  render({ page }) {
    const { state } = page.store;
    if (!state.signedIn) return h(Entrance, { state, page });
    const view = { state, page, nowMs: page.nowMs() };
    return div(
      { class: 'console' },
      bar(view),
      div({ class: 'console-columns' }, roomList(view), main({ class: 'console-main' }, board(view))),
      openDialog(view),
    );
  }
}

function bar({ state, page }) {
  return header(
    { class: 'console-bar' },
    mark(),
    h1({ class: 'console-title' }, t('console.title')),
    div({ class: 'console-bar-end' },
      link(state),
      span(
        { class: 'console-operator', 'data-testid': 'operator', 'data-role': state.role },
        icon('shield'),
        t(`console.role.${state.role}`),
        ` ${state.operator}`,
      ),
      languageButton(page),
      button(
        { type: 'button', class: 'console-plain', 'aria-label': t('console.signOut'), 'data-testid': 'sign-out', onClick: () => page.leave() },
        icon('door'),
        span({ class: 'console-wide-only' }, t('console.signOut')),
      ),
    ),
  );
}

function mark() {
  return h('img', { class: 'console-mark', src: '/assets/img/mark.svg', alt: '' });
}

/** Whether the board is abreast of the room. */
function link({ link: { state }, chosen }) {
  if (!chosen) return null;
  const kind = state === 'live' ? 'live' : state === 'closed' || state === 'offline' ? 'lost' : 'waiting';
  return span(
    { class: `console-link is-${kind}`, role: 'status', 'data-testid': 'link', 'data-state': state },
    span({ class: 'console-link-dot', 'aria-hidden': 'true' }),
    t(`console.link.${kind}`),
  );
}

function languageButton(page) {
  return button(
    {
      type: 'button',
      class: 'console-plain',
      'aria-label': `${t('lang.label')} ${t('lang.switch')}`,
      'data-testid': 'lang-toggle',
      onClick: () => page.setLanguage(otherLanguage()),
    },
    span({ 'aria-hidden': 'true' }, t('lang.label')),
  );
}

/** Where who works here shows a token. */
class Entrance extends Component {
  field = createRef();
  role = createRef();

  render({ state, page }) {
    const { busy, code } = state.entrance;
    const onSubmit = (event) => {
      event.preventDefault();
      const token = this.field.current.value;
      if (token.trim() && !busy) page.enterWith(token);
    };
    return main(
      { class: 'console-entrance' },
      div({ class: 'console-entrance-lang' }, languageButton(page)),
      form(
        { class: 'console-gate', onSubmit },
        mark(),
        h1({ class: 'console-gate-title' }, t('console.title')),
        p({ class: 'console-gate-note' }, t('console.gate')),
        label({ class: 'console-gate-label', for: 'token' }, t('console.token')),
        input({
          id: 'token',
          ref: this.field,
          type: 'password',
          class: 'console-input',
          autocomplete: 'off',
          spellcheck: false,
          'data-testid': 'token',
        }),
        code && p({ class: 'console-refusal', role: 'alert', 'data-testid': 'gate-failure' }, icon('alert'), gateSentence(code)),
        button(
          { type: 'submit', class: 'primary wide', disabled: busy, 'data-testid': 'enter' },
          busy ? span({ class: 'spinner', 'aria-hidden': 'true' }) : null,
          t('console.enter'),
        ),
        this.demo(page, busy),
      ),
    );
  }

  /** The demo hands a token of any role to whoever asks. */
  demo(page, busy) {
    return div(
      { class: 'console-gate-demo' },
      select(
        { ref: this.role, class: 'console-input', 'aria-label': t('console.demoRole'), 'data-testid': 'demo-role' },
        ROLES.map(roleOption),
      ),
      button(
        {
          type: 'button',
          class: 'quiet',
          disabled: busy,
          'data-testid': 'enter-demo',
          onClick: () => page.enterDemo(this.role.current.value),
        },
        t('console.enterDemo'),
      ),
    );
  }
}

function roleOption(role) {
  return option({ value: role, key: role }, t(`console.role.${role}`));
}

function gateSentence(code) {
  if (code === 'NO_DEMO') return t('console.noDemo');
  return code === 'ROLE_NOT_ALLOWED' ? t('console.notOperator') : sentence(code);
}
