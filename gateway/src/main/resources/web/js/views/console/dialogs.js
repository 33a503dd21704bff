import { Component, h, tag } from '../../lib.js';
import { t } from '../../i18n.js';
import { count, yuan } from '../../format.js';
import { localeTag } from '../../i18n.js';
import { EncoreForm } from './encore-form.js';
import { field, localTime, msOf, wholeOf } from './fields.js';
import { Modal } from './modal.js';
import { MuteForm } from './mute-form.js';
import { refusedNote } from './note.js';
import { OfferForm } from './offer-form.js';
import { valuesOf } from './proposals.js';
import { RefundForm, cancelQuestion, withdrawQuestion } from './order-forms.js';
import { RejectForm } from './reviews.js';

const { form, div, p, button, span, strong } = tag;

/** What is asked for at the moment, over the board. */
export function openDialog(view) {
  const { dialog } = view.state;
  switch (dialog?.name) {
    case 'room':
      return h(RoomForm, { view, room: dialog.room, key: `room-${dialog.room?.id}` });
    case 'offer':
      return h(OfferForm, { view, offer: dialog.offer, key: `offer-${dialog.offer?.offer}` });
    case 'restock':
    case 'write-off':
      return h(StockForm, { view, offer: dialog.offer, isRestock: dialog.name === 'restock', key: dialog.name });
    case 'close':
      return closeQuestion(view, dialog.offer);
    case 'cancel-order':
      return cancelQuestion(view, dialog.order);
    case 'withdraw-refund':
      return withdrawQuestion(view, dialog);
    case 'refund-order':
      return h(RefundForm, { view, order: dialog.order, key: `refund-${dialog.order.order}` });
    case 'encore':
      return h(EncoreForm, { view, key: 'encore' });
    case 'reject':
      return h(RejectForm, { view, review: dialog.review, ends, key: `reject-${dialog.review.review}` });
    case 'mute':
      return h(MuteForm, { view, viewer: dialog.viewer, press: dialog.press, key: dialog.press });
    case 'end':
      return endQuestion(view);
    case 'approve':
      return approveQuestion(view, dialog.proposal);
    default:
      return null;
  }
}

/** The two ends of a form: back out of it, or send it. */
export function ends({ page, busy, send, testId = 'dialog-send', isGrave = false, onBack = () => page.ask(null) }) {
  return div(
    { class: 'modal-ends' },
    button({ type: 'button', class: 'act', 'data-testid': 'dialog-back', onClick: onBack }, t('console.back')),
    button(
      { type: 'submit', class: isGrave ? 'act act-final' : 'act act-main', disabled: busy, 'aria-busy': busy ? 'true' : undefined, 'data-testid': testId },
      busy ? span({ class: 'spinner', 'aria-hidden': 'true' }) : null,
      send,
    ),
  );
}

/** Before what cannot be undone: says what it does and to whom. */
export function question({ view, title, body, send, name, onYes }) {
  const { page } = view;
  const busy = page.presses.isBusy(name);
  const onSubmit = async (event) => {
    event.preventDefault();
    if (await onYes()) page.ask(null);
  };
  return h(
    Modal,
    { title, kind: 'is-question', onClose: () => page.ask(null) },
    form({ class: 'modal-form', onSubmit }, body, refusedNote(view, name), ends({ page, busy, send, testId: 'confirm', isGrave: true })),
  );
}

function closeQuestion(view, offer) {
  return question({
    view,
    title: t('console.closeTitle'),
    body: p({ class: 'modal-text' }, strong(null, offer.title), ' ', t('console.closeBody')),
    send: t('console.closeYes'),
    name: `sale-${offer.offer}`,
    onYes: () => view.page.closeOffer(offer.offer),
  });
}

function approveQuestion(view, proposal) {
  return question({
    view,
    title: t('console.approveTitle'),
    body: p({ class: 'modal-text modal-grave' }, t('console.approveBody', valuesOf(proposal, view.state))),
    send: t('console.approveYes', valuesOf(proposal, view.state)),
    name: `proposal-${proposal.proposal}`,
    onYes: () => view.page.approve(proposal),
  });
}

function endQuestion(view) {
  const { state } = view;
  return question({
    view,
    title: t('console.endTitle'),
    body: p({ class: 'modal-text' }, strong(null, state.room.title), ' ', t('console.endBody', { n: count(state.figures?.viewers ?? 0, localeTag()) })),
    send: t('console.endYes'),
    name: 'state',
    onYes: () => view.page.setState('ENDED'),
  });
}

/** A new show, or the texts and the start of one. */
class RoomForm extends Component {
  constructor({ view, room }) {
    super();
    const { rooms } = view.state;
    const soon = Math.ceil((view.nowMs + 1_800_000) / 900_000) * 900_000;
    this.state = {
      number: String(room?.id ?? Math.max(0, ...rooms.map((one) => one.room)) + 1),
      title: room?.title ?? '',
      startsAt: localTime(room?.startsAtMs ?? soon),
      streamUrl: room?.streamUrl ?? '',
      sent: false,
    };
  }

  faults({ rooms }) {
    const { number, title, startsAt } = this.state;
    const isNew = !this.props.room;
    const taken = isNew && rooms.some((room) => room.room === wholeOf(number));
    return {
      number: Number.isNaN(wholeOf(number)) ? t('console.fault.number') : taken ? t('console.fault.taken') : null,
      title: title.trim() ? null : t('console.fault.missing'),
      startsAt: Number.isNaN(msOf(startsAt)) ? t('console.fault.missing') : null,
    };
  }

  async send(event, { view, room }) {
    event.preventDefault();
    this.setState({ sent: true });
    if (Object.values(this.faults(view.state)).some(Boolean)) return;
    const { number, title, startsAt, streamUrl } = this.state;
    const body = { title: title.trim(), startsAt: new Date(msOf(startsAt)).toISOString() };
    if (streamUrl.trim()) body.streamUrl = streamUrl.trim();
    if (!(await view.page.saveRoom(Number(number), body))) return;
    view.page.ask(null);
    if (!room) view.page.choose(Number(number));
  }

  render({ view, room }) {
    const { page } = view;
    const faults = this.state.sent ? this.faults(view.state) : {};
    const set = (name) => (value) => this.setState({ [name]: value });
    const part = (name, text, more = {}) => field({ name, text, value: this.state[name], fault: faults[name], onInput: set(name), ...more });
    return h(
      Modal,
      { title: t(room ? 'console.editRoom' : 'console.newRoom'), onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', onSubmit: (event) => this.send(event, this.props), noValidate: true },
        !room && part('number', t('console.field.room'), { inputmode: 'numeric' }),
        part('title', t('console.field.title'), { maxlength: 60, autofocus: true }),
        part('startsAt', t('console.field.startsAt'), { type: 'datetime-local', step: 1 }),
        part('streamUrl', t('console.field.streamUrl'), { type: 'url', placeholder: 'https://…', hint: t('console.hint.optional') }),
        refusedNote(view, 'room'),
        ends({ page, busy: page.presses.isBusy('room'), send: t('console.save') }),
      ),
    );
  }
}

/** Units that come in, or that are written off; the latter is asked about once more. */
class StockForm extends Component {
  constructor() {
    super();
    this.state = { units: '', sent: false, asked: false };
  }

  fault() {
    return Number.isNaN(wholeOf(this.state.units)) ? t('console.fault.units') : null;
  }

  async send(event, { view, offer, isRestock }) {
    event.preventDefault();
    this.setState({ sent: true });
    if (this.fault()) return;
    if (!isRestock && !this.state.asked) {
      this.setState({ asked: true });
      return;
    }
    const units = wholeOf(this.state.units);
    if (await view.page.changeStock(offer.item, isRestock ? units : -units)) view.page.ask(null);
    else this.setState({ asked: false });
  }

  render({ view, offer, isRestock }) {
    const { page, state } = view;
    const { units, sent, asked } = this.state;
    const now = state.offers.get(offer.offer) ?? offer;
    const values = { n: units, left: count(now.available, localeTag()), price: yuan(offer.listPriceFen) };
    const busy = page.presses.isBusy(`stock-${offer.item}`);
    return h(
      Modal,
      { title: t(isRestock ? 'console.restockTitle' : 'console.writeOffTitle'), kind: asked ? 'is-question' : '', onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', onSubmit: (event) => this.send(event, this.props), noValidate: true },
        p({ class: 'modal-text' }, strong(null, offer.title), ' ', t('console.stockNow', values)),
        asked
          ? p({ class: 'modal-text modal-grave', role: 'alert' }, t('console.writeOffSure', values))
          : field({
              name: 'units',
              text: t('console.field.units'),
              value: units,
              fault: sent ? this.fault() : null,
              hint: t('console.hint.item'),
              type: 'number',
              min: 1,
              step: 1,
              autofocus: true,
              onInput: (value) => this.setState({ units: value }),
            }),
        refusedNote(view, `stock-${offer.item}`),
        ends({
          page,
          busy,
          isGrave: !isRestock,
          testId: asked ? 'confirm' : 'dialog-send',
          send: t(isRestock ? 'console.restockYes' : asked ? 'console.writeOffYes' : 'console.writeOffNext', values),
          onBack: () => (asked ? this.setState({ asked: false }) : page.ask(null)),
        }),
      ),
    );
  }
}
