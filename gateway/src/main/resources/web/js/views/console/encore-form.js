import { Component, h, tag } from '../../lib.js';
import { t } from '../../i18n.js';
import { ends } from './dialogs.js';
import { field, localTime, msOf, wholeOf } from './fields.js';
import { Modal } from './modal.js';
import { refusedNote } from './note.js';

const { form, p } = tag;

const WEEK_MS = 604_800_000;

/** The next show: the same offers, closed until somebody opens them; times and price windows are this show's own and stay behind. */
export class EncoreForm extends Component {
  constructor({ view }) {
    super();
    const { rooms, room } = view.state;
    this.state = {
      number: String(Math.max(0, ...rooms.map((one) => one.room)) + 1),
      title: room.title,
      startsAt: localTime(room.startsAtMs + WEEK_MS),
      sent: false,
    };
  }

  faults({ view }) {
    const { number, title, startsAt } = this.state;
    const taken = view.state.rooms.some((room) => room.room === wholeOf(number)) && !this.isBegun(view);
    return {
      number: Number.isNaN(wholeOf(number)) ? t('console.fault.number') : taken ? t('console.fault.taken') : null,
      title: title.trim() ? null : t('console.fault.missing'),
      startsAt: Number.isNaN(msOf(startsAt)) ? t('console.fault.missing') : null,
    };
  }

  /** Whether the room is this very show without all of its offers: a press that failed halfway leaves that, and the next one goes on. */
  isBegun({ state: { rooms, offers } }) {
    const { number, title, startsAt } = this.state;
    const room = rooms.find((one) => one.room === wholeOf(number));
    return room?.state === 'SCHEDULED' && room.title === title.trim() && Date.parse(room.startsAt) === msOf(startsAt) && room.offers < offers.size;
  }

  async send(event, { view }) {
    event.preventDefault();
    this.setState({ sent: true });
    if (Object.values(this.faults(this.props)).some(Boolean)) return;
    const { page, state } = view;
    const { title, startsAt } = this.state;
    const number = wholeOf(this.state.number);
    const body = { title: title.trim(), startsAt: new Date(msOf(startsAt)).toISOString() };
    if (state.room.streamUrl) body.streamUrl = state.room.streamUrl;
    if (!(await page.encore(number, body, [...state.offers.values()].map(sameTerms), Boolean(this.isBegun(view))))) return;
    page.ask(null);
    page.showTab('sale');
    page.choose(number);
  }

  render({ view }) {
    const { page, state } = view;
    const faults = this.state.sent ? this.faults(this.props) : {};
    const part = (name, text, more = {}) =>
      field({ name, text, value: this.state[name], fault: faults[name], onInput: (value) => this.setState({ [name]: value }), ...more });
    return h(
      Modal,
      { title: t('console.encore'), onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', onSubmit: (event) => this.send(event, this.props), noValidate: true },
        p({ class: 'modal-text' }, t('console.encoreHow', { n: state.offers.size })),
        part('number', t('console.field.room'), { inputmode: 'numeric' }),
        part('title', t('console.field.title'), { maxlength: 60 }),
        part('startsAt', t('console.field.startsAt'), { type: 'datetime-local', step: 1 }),
        refusedNote(view, 'encore'),
        ends({ page, busy: page.presses.isBusy('encore'), send: t('console.encoreYes') }),
      ),
    );
  }
}

/** Without a time it is closed until it is opened. */
function sameTerms({ item, listPriceFen, perViewerLimit, holdSeconds, turnSeconds }) {
  const terms = { item, listPriceFen };
  if (perViewerLimit) terms.perViewerLimit = perViewerLimit;
  if (holdSeconds) terms.holdSeconds = holdSeconds;
  if (turnSeconds) terms.turnSeconds = turnSeconds;
  return terms;
}
