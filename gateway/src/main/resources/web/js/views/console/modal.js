import { Component, createRef, tag } from '../../lib.js';
import { t } from '../../i18n.js';
import { icon } from '../icons.js';

const { dialog, header, h2, button, div } = tag;

/** Something to fill in or to confirm, over the board. The browser's modal dialog keeps the focus inside and gives it back. */
export class Modal extends Component {
  element = createRef();

  componentDidMount() {
    this.element.current.showModal();
  }

  /** Closed before it is taken away, so that the browser gives the focus back to what opened it. */
  componentWillUnmount() {
    this.element.current.close();
  }

  render({ title, kind = '', onClose, children }) {
    const onCancel = (event) => {
      event.preventDefault();
      onClose();
    };
    return dialog(
      { ref: this.element, class: `modal ${kind}`, 'aria-labelledby': 'modal-title', 'data-testid': 'dialog', onCancel },
      header(
        { class: 'modal-head' },
        h2({ id: 'modal-title', class: 'modal-title' }, title),
        button({ type: 'button', class: 'modal-close', 'aria-label': t('close'), 'data-testid': 'dialog-close', onClick: onClose }, icon('close')),
      ),
      div({ class: 'modal-body' }, children),
    );
  }
}
