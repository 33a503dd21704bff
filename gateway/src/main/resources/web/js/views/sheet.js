import { Component, createRef, h, tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';
import { Voice } from './voice.js';

const { dialog, header, h2, button, div } = tag;

/**
 * A drawer over the room: from below on a phone, from the right on a wide screen. The browser's modal dialog keeps the
 * focus inside, makes the room behind it inert, closes on Escape and gives the focus back.
 */
export class Sheet extends Component {
  element = createRef();

  componentDidMount() {
    this.element.current.showModal();
  }

  /** Closed before it is taken away, so that the browser gives the focus back to what opened it. */
  componentWillUnmount() {
    this.element.current.close();
  }

  render({ name, title, onClose, said, toast, children }) {
    const onBackdrop = (event) => event.target === this.element.current && onClose();
    const onCancel = (event) => {
      event.preventDefault();
      onClose();
    };
    return dialog(
      {
        ref: this.element,
        class: `sheet sheet-${name}`,
        'aria-labelledby': 'sheet-title',
        'data-testid': `sheet-${name}`,
        onCancel,
        onClick: onBackdrop,
      },
      div(
        { class: 'sheet-body' },
        header(
          { class: 'sheet-head' },
          h2({ id: 'sheet-title', class: 'sheet-title', tabindex: -1, autofocus: true }, title),
          button(
            {
              type: 'button',
              class: 'round plain',
              'aria-label': t('close'),
              onClick: onClose,
              'data-testid': 'sheet-close',
            },
            icon('close'),
          ),
        ),
        div({ class: 'sheet-scroll' }, children),
      ),
      h(Voice, { said, toast }),
    );
  }
}
