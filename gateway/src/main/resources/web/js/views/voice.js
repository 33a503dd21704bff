import { Component, Fragment, h, tag } from '../lib.js';
import { icon } from './icons.js';

const { div, span } = tag;

/**
 * Short news: seen as a toast, heard by a screen reader. While a drawer is open the room behind it is inert and silent,
 * so the drawer has its own.
 */
export class Voice extends Component {
  render({ said, toast }) {
    return h(
      Fragment,
      null,
      div({ class: 'sr-only', role: 'status', 'aria-live': 'polite', 'data-testid': 'announcement' }, said),
      toast &&
        div(
          { class: `toast toast-${toast.kind}`, key: toast.id, 'data-testid': 'toast' },
          icon(toast.kind === 'good' ? 'check' : 'alert'),
          span(null, toast.text),
        ),
    );
  }
}
