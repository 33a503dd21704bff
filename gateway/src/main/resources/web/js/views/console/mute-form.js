import { Component, h, tag } from '../../lib.js';
import { t } from '../../i18n.js';
import { ends } from './dialogs.js';
import { field } from './fields.js';
import { Modal } from './modal.js';
import { refusedNote } from './note.js';

const { form, fieldset, legend, label, input, span, p } = tag;

/** For how long one can be muted, as the contract has it. */
const TERMS = ['P1D', 'P7D', 'P15D', 'FOREVER'];

/** For how long a viewer may not talk, in any room, and why. */
export class MuteForm extends Component {
  state = { term: 'P1D', reason: '' };

  async send(event, { view, viewer, press }) {
    event.preventDefault();
    const { term, reason } = this.state;
    if (await view.page.mute(viewer, term, reason.trim(), press)) view.page.ask(null);
  }

  render({ view, viewer, press }, { term, reason }) {
    const { page } = view;
    return h(
      Modal,
      { title: t('console.muteOf', { n: viewer }), onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', onSubmit: (event) => this.send(event, this.props) },
        p({ class: 'modal-text' }, t('console.muteBody')),
        fieldset(
          { class: 'terms' },
          legend({ class: 'field-label' }, t('console.muteFor')),
          TERMS.map((one) =>
            label(
              { class: `term ${one === term ? 'is-chosen' : ''}`, key: one },
              input({ type: 'radio', name: 'term', value: one, checked: one === term, 'data-testid': `term-${one}`, onChange: () => this.setState({ term: one }) }),
              span(null, t(`console.term.${one}`)),
            ),
          ),
        ),
        field({
          name: 'reason',
          text: t('console.field.reason'),
          value: reason,
          maxlength: 60,
          hint: t('console.hint.reason'),
          onInput: (value) => this.setState({ reason: value }),
        }),
        refusedNote(view, press),
        ends({ page, busy: page.presses.isBusy(press), send: t('console.mute'), isGrave: true }),
      ),
    );
  }
}
