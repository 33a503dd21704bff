import { Component, createRef, tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const { div, ul, li, span, button, p } = tag;

/** A viewer who has scrolled up by this many px is reading, not following. */
const FOLLOW_SLACK_PX = 40;
/** How many name colours `talk.css` has. */
const NAME_TINTS = 6;

function nameTint(name) {
  let sum = 0;
  for (const point of name) sum += point.codePointAt(0);
  return sum % NAME_TINTS;
}

/**
 * The flow of comments. It stands still while it is hovered, pressed, scrolled up or paused by its button; what came
 * meanwhile is counted and shown on resuming. Comments are text nodes and nothing else.
 */
export class Comments extends Component {
  list = createRef();
  state = { frozen: null, hovered: false };

  shouldComponentUpdate(props, state) {
    return (
      props.comments !== this.props.comments ||
      props.hidden !== this.props.hidden ||
      props.reported !== this.props.reported ||
      props.notShown !== this.props.notShown ||
      props.language !== this.props.language ||
      state.frozen !== this.state.frozen
    );
  }

  componentDidMount() {
    this.#follow();
  }

  componentDidUpdate() {
    if (!this.state.frozen) this.#follow();
  }

  #follow() {
    const list = this.list.current;
    if (list) list.scrollTop = list.scrollHeight;
  }

  #freeze = () => this.state.frozen ?? this.setState({ frozen: this.props.comments });

  #resume = () => this.setState({ frozen: null, hovered: false });

  #hover = (event) => {
    if (event.pointerType !== 'mouse' || this.state.frozen) return;
    this.setState({ frozen: this.props.comments, hovered: true });
  };

  #leave = () => this.state.hovered && this.#resume();

  #scrolled = () => {
    const list = this.list.current;
    const behind = list.scrollHeight - list.clientHeight - list.scrollTop;
    if (behind > FOLLOW_SLACK_PX) this.#freeze();
  };

  render({ page, comments, hidden, notShown, reported }, { frozen }) {
    const shown = frozen?.filter((comment) => !hidden.has(comment.id)) ?? comments;
    const last = shown.length > 0 ? shown[shown.length - 1].id : 0;
    const fresh = frozen ? comments.filter((comment) => comment.id > last).length : 0;
    return div(
      { class: `comments ${frozen ? 'comments-paused' : ''}` },
      shown.length === 0 && p({ class: 'comments-empty' }, t('talk.empty')),
      ul(
        {
          class: 'comment-list',
          ref: this.list,
          tabindex: 0,
          'aria-label': t('talk.list'),
          'data-testid': 'comment-list',
          onScroll: this.#scrolled,
          onPointerEnter: this.#hover,
          onPointerLeave: this.#leave,
          onPointerDown: (event) => event.pointerType !== 'mouse' && this.#freeze(),
        },
        shown.map((comment) =>
          li(
            { key: comment.id, class: `comment ${comment.own ? 'comment-own' : ''}`, 'data-id': comment.id },
            span({ class: `comment-name name-${nameTint(comment.name)}` }, comment.name),
            span({ class: 'comment-text' }, comment.text),
            !comment.own && reportButton(comment, reported, page),
          ),
        ),
      ),
      div(
        { class: 'comments-foot' },
        notShown > 0 && span({ class: 'not-shown', 'data-testid': 'not-shown' }, t('talk.notShown', { n: notShown })),
        button(
          {
            type: 'button',
            class: `flow ${fresh > 0 ? 'flow-new' : ''}`,
            'aria-label': frozen ? undefined : t('talk.pause'),
            'data-testid': 'comment-pause',
            onClick: frozen ? this.#resume : this.#freeze,
          },
          icon(frozen ? 'down' : 'pause'),
          frozen && span(null, fresh > 0 ? t('talk.new', { n: fresh }) : t('talk.paused')),
          frozen && span({ class: 'sr-only' }, t('talk.resume')),
        ),
      ),
    );
  }
}

/** Quiet until the comment is pointed at, has the focus, or its list stands still. */
function reportButton(comment, reported, page) {
  const done = reported.has(comment.id);
  return button(
    {
      type: 'button',
      class: `comment-report ${done ? 'is-done' : ''}`,
      'aria-label': t(done ? 'talk.reportedOf' : 'talk.reportOf', { name: comment.name }),
      'aria-disabled': done ? 'true' : undefined,
      'data-testid': `report-${comment.id}`,
      onClick: () => done || page.report(comment),
    },
    icon(done ? 'check' : 'flag'),
  );
}
