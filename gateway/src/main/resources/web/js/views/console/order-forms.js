import { Component, h, tag } from '../../lib.js';
import { givable } from '../../console/orders.js';
import { yuan } from '../../format.js';
import { t } from '../../i18n.js';
import { freshKey } from '../../random.js';
import { ends, question } from './dialogs.js';
import { field, wholeOf } from './fields.js';
import { Modal } from './modal.js';
import { refusedNote } from './note.js';
import { offerTitle } from './orders.js';

const { form, fieldset, legend, label, input, p, strong } = tag;

const STOCK = ['RETURN', 'WRITE_OFF'];
/** In characters; the server counts bytes and says so. */
const MAX_REASON = 60;

export function cancelQuestion(view, order) {
  return question({
    view,
    title: t('console.cancelTitle'),
    body: p({ class: 'modal-text' }, strong(null, t('order.number', { n: order.order })), ' ', t('console.cancelBody', { n: order.viewer })),
    send: t('console.cancelYes'),
    name: `order-${order.order}`,
    onYes: () => view.page.cancelOrder(order.order),
  });
}

/** The provider may have it done already, so that money goes all the same. */
export function withdrawQuestion(view, { order, request }) {
  return question({
    view,
    title: t('console.withdrawRefundTitle'),
    body: p({ class: 'modal-text' }, strong(null, t('order.number', { n: order.order })), ' ', t('console.withdrawRefundBody', { n: request })),
    send: t('console.withdrawRefundYes'),
    name: `order-${order.order}`,
    onYes: () => view.page.withdrawRefund(order.order, request),
  });
}

/** Which units of a paid order go back, what becomes of them, and why. */
export class RefundForm extends Component {
  /** The same body again has the same key: whoever presses twice asks once. */
  #asked = { body: null, key: null };

  constructor({ order }) {
    super();
    this.state = { units: order.lines.map((line) => String(givable(line))), stock: STOCK[0], reason: '', sent: false };
  }

  counts() {
    return this.state.units.map((text) => wholeOf(text, 0));
  }

  faults({ order }) {
    const counts = this.counts();
    const faults = order.lines.map((line, i) => (counts[i] <= givable(line) ? null : t('console.fault.givable', { n: givable(line) })));
    const none = faults.every((fault) => fault === null) && counts.every((n) => n === 0);
    return none ? faults.map(() => t('console.fault.nothing')) : faults;
  }

  async send(event, { view, order }) {
    event.preventDefault();
    this.setState({ sent: true });
    if (this.faults(this.props).some(Boolean)) return;
    const counts = this.counts();
    const { stock, reason } = this.state;
    const lines = order.lines.map(({ offer }, i) => ({ offer, quantity: counts[i] })).filter(({ quantity }) => quantity > 0);
    const body = { stock, lines, reason: reason.trim() };
    const text = JSON.stringify(body);
    if (this.#asked.body !== text) this.#asked = { body: text, key: freshKey() };
    if (await view.page.refund(order, this.#asked.key, body)) view.page.ask(null);
  }

  render({ view, order }) {
    const { page, state } = view;
    const { units, sent, reason } = this.state;
    const faults = sent ? this.faults(this.props) : [];
    const name = `order-${order.order}`;
    return h(
      Modal,
      { title: t('console.refundTitle', { n: order.order }), onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', onSubmit: (event) => this.send(event, this.props), noValidate: true },
        p({ class: 'modal-text' }, t('console.refundHow')),
        order.lines.map((line, i) =>
          field({
            name: `units-${line.offer}`,
            text: t('console.refundUnits', { offer: offerTitle(state, line.offer), n: givable(line) }),
            value: units[i],
            fault: faults[i],
            inputmode: 'numeric',
            onInput: (value) => this.setState({ units: units.map((one, at) => (at === i ? value : one)) }),
          }),
        ),
        this.stock(),
        field({ name: 'reason', text: t('console.refundReason'), value: reason, maxlength: MAX_REASON, hint: t('console.hint.optional'), onInput: (value) => this.setState({ reason: value }) }),
        this.sum(order),
        refusedNote(view, name),
        ends({ page, busy: page.presses.isBusy(name), send: t('console.refundYes'), testId: 'confirm', isGrave: true }),
      ),
    );
  }

  stock() {
    return fieldset(
      { class: 'choices' },
      legend({ class: 'field-label' }, t('console.refundStock')),
      STOCK.map((name) =>
        label(
          { class: 'choice', key: name },
          input({
            type: 'radio',
            name: 'stock',
            value: name,
            checked: this.state.stock === name,
            'data-testid': `stock-${name}`,
            onChange: () => this.setState({ stock: name }),
          }),
          t(`console.refundStock.${name}`),
        ),
      ),
    );
  }

  /** With a coupon only the server knows each unit's part of it. */
  sum({ lines, discountFen }) {
    const counts = this.counts();
    if (discountFen || counts.some(Number.isNaN)) return null;
    const fen = lines.reduce((total, line, i) => total + line.unitPriceFen * counts[i], 0);
    return p({ class: 'modal-text', 'data-testid': 'refund-sum' }, strong(null, t('console.refundSum', { money: yuan(fen) })));
  }
}
