import { Component, h, tag } from '../../lib.js';
import { overlaps } from '../../console/figures.js';
import { t } from '../../i18n.js';
import { icon } from '../icons.js';
import { deedText } from './deeds.js';
import { ends } from './dialogs.js';
import { fenOf, field, localTime, msOf, wholeOf, yuanText } from './fields.js';
import { Modal } from './modal.js';
import { refusedNote } from './note.js';
import { timeline } from './timeline.js';

const { form, fieldset, legend, div, p, button, output } = tag;

const MAX_WINDOWS = 8;
const DEFAULT_HOLD_SECONDS = 900;
const WINDOW_MS = 600_000;

/** An offer's terms: a new one, or one that there is. */
export class OfferForm extends Component {
  constructor({ view, offer }) {
    super();
    const { state } = view;
    const next = offer?.offer ?? Math.max(state.chosen * 1000, ...state.offers.keys()) + 1;
    this.seenDeed = state.figures?.deeds[0]?.sequence ?? 0;
    this.state = {
      number: String(next),
      item: String(offer?.item ?? next),
      known: offer ? { title: offer.title, available: offer.available } : null,
      isNewItem: false,
      title: '',
      image: '',
      price: offer ? yuanText(offer.listPriceFen) : '',
      limit: offer?.perViewerLimit ? String(offer.perViewerLimit) : '',
      hold: String(offer?.holdSeconds ?? DEFAULT_HOLD_SECONDS),
      turn: String(offer?.turnSeconds ?? 0),
      opensAt: localTime(offer?.opensAtMs ?? NaN),
      closesAt: localTime(offer?.closesAtMs ?? NaN),
      windows: (offer?.priceWindows ?? []).map((one) => ({
        from: localTime(one.fromMs),
        to: localTime(one.toMs),
        price: yuanText(one.priceFen),
      })),
      sent: false,
    };
  }

  componentDidMount() {
    if (!this.props.offer) this.lookUp();
  }

  /** Asks what the item is; of one that there is not its title is asked for. */
  async lookUp() {
    const item = wholeOf(this.state.item);
    if (this.props.offer || Number.isNaN(item)) return;
    const { page } = this.props.view;
    try {
      const { title, stocks } = await page.api.stocks(item);
      const available = stocks.reduce((sum, stock) => sum + stock.available, 0);
      this.setState({ known: { title, available }, isNewItem: false });
    } catch (failure) {
      this.setState({ known: null, isNewItem: failure.code === 'ITEM_UNKNOWN' });
    }
  }

  windows() {
    return this.state.windows.map((one) => ({ fromMs: msOf(one.from), toMs: msOf(one.to), priceFen: fenOf(one.price) }));
  }

  faults() {
    const { number, item, title, isNewItem, price, limit, hold, turn, opensAt, closesAt } = this.state;
    const { offers } = this.props.view.state;
    const whole = (text, least) => (Number.isNaN(wholeOf(text, least)) ? t('console.fault.number') : null);
    const isTaken = !this.props.offer && offers.has(wholeOf(number));
    return {
      number: isTaken ? t('console.fault.taken') : whole(number, 1),
      item: whole(item, 1),
      title: isNewItem && !title.trim() ? t('console.fault.missing') : null,
      price: Number.isNaN(fenOf(price)) ? t('console.fault.price') : null,
      limit: limit.trim() ? whole(limit, 1) : null,
      hold: whole(hold, 5),
      turn: whole(turn, 0),
      closesAt: closesAt && opensAt && msOf(closesAt) <= msOf(opensAt) ? t('console.fault.order') : null,
      windows: this.windowsFault(),
    };
  }

  windowsFault() {
    const windows = this.windows();
    const bad = windows.findIndex((one) => !(one.toMs > one.fromMs) || Number.isNaN(one.priceFen));
    const [pair] = overlaps(windows);
    if (pair) return t('console.fault.overlap', { a: pair[0] + 1, b: pair[1] + 1 });
    return bad >= 0 ? t('console.fault.window', { n: bad + 1 }) : null;
  }

  /** A field that was not touched goes back as it came, to the millisecond. */
  time(name) {
    const { offer } = this.props;
    const before = offer?.[`${name}Ms`] ?? NaN;
    const text = this.state[name];
    return text === localTime(before) ? offer?.[name] : new Date(msOf(text)).toISOString();
  }

  body() {
    const { item, price, limit, hold, turn, opensAt, closesAt } = this.state;
    const body = { item: wholeOf(item), listPriceFen: fenOf(price), holdSeconds: wholeOf(hold), turnSeconds: wholeOf(turn, 0) };
    if (limit.trim()) body.perViewerLimit = wholeOf(limit);
    if (opensAt) body.opensAt = this.time('opensAt');
    if (closesAt) body.closesAt = this.time('closesAt');
    body.priceWindows = this.windows().map(({ fromMs, toMs, priceFen }) => ({
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
      priceFen,
    }));
    return body;
  }

  async send(event) {
    event.preventDefault();
    this.setState({ sent: true });
    if (Object.values(this.faults()).some(Boolean)) return;
    const { page } = this.props.view;
    const { isNewItem, title, image } = this.state;
    const newItem = isNewItem ? { title: title.trim(), ...(image.trim() && { image: image.trim() }) } : null;
    if (await page.saveOffer(wholeOf(this.state.number), this.body(), newItem)) page.ask(null);
  }

  render({ view, offer }) {
    const { page } = view;
    const faults = this.state.sent ? this.faults() : {};
    const set = (name) => (value) => this.setState({ [name]: value });
    const part = (name, text, more = {}) => field({ name, text, value: this.state[name], fault: faults[name], onInput: set(name), ...more });
    const time = { type: 'datetime-local', step: 1 };
    return h(
      Modal,
      { title: offer ? t('console.editOffer', { offer: offer.title }) : t('console.newOffer'), kind: 'is-wide', onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', onSubmit: (event) => this.send(event), noValidate: true },
        this.meanwhile(view),
        !offer && this.itemPart(part),
        div(
          { class: 'fields' },
          part('price', t('console.field.price'), { inputmode: 'decimal', autofocus: Boolean(offer) }),
          part('limit', t('console.field.limit'), { inputmode: 'numeric', placeholder: '∞' }),
          part('hold', t('console.field.hold'), { inputmode: 'numeric' }),
          part('turn', t('console.field.turn'), { inputmode: 'numeric' }),
          part('opensAt', t('console.field.opensAt'), { ...time, hint: t('console.hint.opensAt') }),
          part('closesAt', t('console.field.closesAt'), { ...time, hint: t('console.hint.optional') }),
        ),
        this.windowsPart(view, faults.windows),
        refusedNote(view, 'offer'),
        ends({ page, busy: page.presses.isBusy('offer'), send: t('console.save') }),
      ),
    );
  }

  itemPart(part) {
    const { known, isNewItem } = this.state;
    return div(
      { class: 'fields' },
      part('number', t('console.field.offer'), { inputmode: 'numeric', autofocus: true }),
      part('item', t('console.field.item'), { inputmode: 'numeric', onBlur: () => this.lookUp() }),
      known && output({ class: 'item-known', for: 'item' }, icon('box'), t('console.itemKnown', { title: known.title, n: known.available })),
      isNewItem && part('title', t('console.field.itemTitle'), { maxlength: 60, hint: t('console.hint.newItem') }),
      isNewItem && part('image', t('console.field.image'), { hint: t('console.hint.optional') }),
    );
  }

  windowsPart({ nowMs }, fault) {
    const windows = this.windows();
    const clashing = new Set(overlaps(windows).flat());
    const clash = overlaps(windows).length > 0;
    const text = fault ?? (clash ? this.windowsFault() : null);
    return fieldset(
      { class: 'windows' },
      legend({ class: 'field-label' }, t('console.windows')),
      timeline({ priceWindows: windows, listPriceFen: fenOf(this.state.price) }, nowMs, clashing),
      this.state.windows.map((one, i) => this.windowRow(one, i, clashing.has(i))),
      text && p({ class: 'field-fault', role: 'alert', 'data-testid': 'fault-windows' }, text),
      this.state.windows.length < MAX_WINDOWS &&
        button({ type: 'button', class: 'act', 'data-testid': 'add-window', onClick: () => this.addWindow(nowMs) }, icon('plus'), t('console.addWindow')),
    );
  }

  windowRow(one, i, isClashing) {
    const set = (name) => (value) =>
      this.setState(({ windows }) => ({ windows: windows.map((each, at) => (at === i ? { ...each, [name]: value } : each)) }));
    const part = (name, text, more) => field({ name: `window-${name}-${i}`, text, value: one[name], onInput: set(name), ...more });
    return div(
      { class: `window-row ${isClashing ? 'is-clashing' : ''}`, key: i, role: 'group', 'aria-label': t('console.window', { n: i + 1 }) },
      part('from', t('console.field.from'), { type: 'datetime-local', step: 1 }),
      part('to', t('console.field.to'), { type: 'datetime-local', step: 1 }),
      part('price', t('console.field.windowPrice'), { inputmode: 'decimal' }),
      button(
        {
          type: 'button',
          class: 'act act-round',
          'aria-label': t('console.dropWindow', { n: i + 1 }),
          onClick: () => this.setState(({ windows }) => ({ windows: windows.filter((_, at) => at !== i) })),
        },
        icon('close'),
      ),
    );
  }

  /** The next one begins where the last ends, or with the next full minute. */
  addWindow(nowMs) {
    const ends = this.windows().map((one) => one.toMs).filter(Number.isFinite);
    const from = ends.length > 0 ? Math.max(...ends) : Math.ceil(nowMs / 60_000) * 60_000;
    const fresh = { from: localTime(from), to: localTime(from + WINDOW_MS), price: '' };
    this.setState(({ windows }) => ({ windows: [...windows, fresh] }));
  }

  /** Somebody else changed the offer while this form lay open: saving it would undo that. */
  meanwhile({ state, page }) {
    const { offer } = this.props;
    const deed =
      offer &&
      state.figures?.deeds.find(
        (one) => one.sequence > this.seenDeed && one.offer === offer.offer && one.type.startsWith('io.sluice.offer.') && one.outcome === 'ACCEPTED' && !page.presses.own.has(one.sequence),
      );
    if (!deed) return null;
    return p(
      { class: 'note is-failed', role: 'alert', 'data-testid': 'meanwhile' },
      icon('alert'),
      t('console.meanwhile', { n: deed.operator, what: deedText(deed, state), sequence: deed.sequence }),
    );
  }
}
