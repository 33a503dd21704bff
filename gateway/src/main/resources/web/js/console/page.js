import { everySecond } from '../clock.js';
import { currentLanguage, initLanguage, setLanguage, t } from '../i18n.js';
import { freshViewerId } from '../random.js';
import { saveFile } from '../save-file.js';
import { keep, stored } from '../storage.js';
import { Store } from '../store.js';
import { OperatorApi } from './api.js';
import { RoomFollower } from './follow.js';
import { OrderFinder, emptyOrders } from './orders.js';
import { Moderation, emptyModeration } from './moderation.js';
import { Presses } from './presses.js';
import { ReviewDesk, nothingToJudge } from './reviews.js';
import { OperatorSession } from './session.js';

const DEMO_OPERATOR = 'sluice.operator.demo';
const LIST_MS = 5_000;
/** Demo operators have small numbers, so that a log of them reads well. */
const DEMO_OPERATORS = 900;

/** A board that nothing is known of yet. */
function emptyBoard() {
  return {
    link: { state: 'connecting' },
    room: null,
    offers: new Map(),
    pinned: null,
    viewers: 0,
    likes: 0,
    comments: [],
    hidden: new Set(),
    slowSeconds: 0,
    notShown: 0,
    bought: [],
    tips: [],
    tippers: [],
    rain: null,
    figures: null,
    figuresFailure: null,
    proposals: [],
    viewersSeen: [],
    orders: emptyOrders(),
    summary: null,
    summaryFailure: null,
    presses: new Map(),
    dialog: null,
    moderation: emptyModeration(),
  };
}

/** The operators' console: who operates, which rooms there are, and one room's board. */
export class ConsolePage {
  #follower = null;
  #listTimer = 0;

  constructor() {
    initLanguage();
    this.session = new OperatorSession();
    this.api = new OperatorApi(() => this.session.token);
    this.store = new Store({
      language: currentLanguage(),
      operator: this.session.operator,
      role: null,
      may: new Set(),
      signedIn: false,
      entrance: { busy: Boolean(this.session.token), code: null },
      rooms: [],
      nextRooms: null,
      chosen: null,
      tab: null,
      judging: nothingToJudge(),
      ...emptyBoard(),
    });
    this.orders = new OrderFinder({ store: this.store, api: this.api });
    this.moderation = new Moderation({ api: this.api, store: this.store });
    this.presses = new Presses({
      store: this.store,
      onDone: () => Promise.all([this.#follower?.refresh(), this.listRooms(), this.orders.refresh()]),
    });
    this.reviews = new ReviewDesk({ api: this.api, store: this.store, presses: this.presses });
  }

  start() {
    this.#retitle();
    everySecond({ now: () => this.nowMs() }, () => this.store.touch());
    addEventListener('popstate', () => this.#chooseFromAddress());
    if (this.session.token) this.enter();
  }

  /** The server's time, by which offers open and close. */
  nowMs() {
    return this.#follower?.clock.now() ?? Date.now();
  }

  /** Whether whoever is signed in may use an operation of the contract: nobody is shown a button that would be refused. */
  may(operation) {
    return this.store.state.may.has(operation);
  }

  /** Tries the token that there is: whoever works here is in. */
  async enter() {
    this.store.update({ entrance: { busy: true, code: null } });
    try {
      const { subject, role, may } = await this.api.rights();
      const { rooms, next } = await this.api.rooms();
      this.store.update({
        signedIn: true,
        operator: subject,
        role,
        may: new Set(may),
        entrance: { busy: false, code: null },
        rooms,
        nextRooms: next ?? null,
      });
      this.#chooseFromAddress();
      this.#listAgain();
    } catch (failure) {
      if (failure.problem?.status === 401 || failure.problem?.status === 403) this.session.take(null);
      this.store.update({ signedIn: false, entrance: { busy: false, code: failure.code ?? 'UNEXPECTED' } });
    }
  }

  enterWith(token) {
    this.session.take(token.trim());
    this.enter();
  }

  /** @param {string} role one of those who work here */
  async enterDemo(role) {
    this.store.update({ entrance: { busy: true, code: null } });
    try {
      const { token } = await this.api.demoToken(role, demoOperator());
      this.enterWith(token);
    } catch (failure) {
      const code = failure.code === 'NOT_FOUND' ? 'NO_DEMO' : (failure.code ?? 'UNEXPECTED');
      this.store.update({ entrance: { busy: false, code } });
    }
  }

  leave(code = null) {
    clearTimeout(this.#listTimer);
    this.#follower?.stop();
    this.#follower = null;
    this.session.take(null);
    this.store.update({ ...emptyBoard(), signedIn: false, chosen: null, rooms: [], entrance: { busy: false, code } });
  }

  async listRooms() {
    try {
      const { rooms, next } = await this.api.rooms();
      this.store.update((state) => ({
        rooms: [...rooms, ...state.rooms.filter((room) => next !== undefined && room.room < next)],
        nextRooms: state.rooms.length > rooms.length ? state.nextRooms : (next ?? null),
      }));
    } catch {
      // The list of before stays; the board's own link says what is wrong.
    }
  }

  async moreRooms() {
    try {
      const { rooms, next } = await this.api.rooms(this.store.state.nextRooms);
      this.store.update((state) => ({ rooms: [...state.rooms, ...rooms], nextRooms: next ?? null }));
    } catch {
      // The button stays, to be pressed again.
    }
  }

  /** @param {number} room its board is shown, and stands in the address. */
  choose(room) {
    if (room === this.store.state.chosen) return;
    this.#goTo(room, this.store.state.tab);
    this.#show(room);
  }

  /** @param {string} tab its name; it stands in the address, too. */
  showTab(tab) {
    if (tab === this.store.state.tab) return;
    this.#goTo(this.store.state.chosen, tab);
    this.store.update({ tab });
    this.moderation.refresh();
  }

  retryNow() {
    this.#follower?.retryNow();
  }

  setLanguage(language) {
    setLanguage(language);
    this.store.update({ language });
    this.#retitle();
  }

  /** @param dialog `{name, ...}` of what is asked; null for none. */
  ask(dialog) {
    if (dialog) this.presses.forget(dialog.name);
    this.store.update({ dialog });
  }

  // What there is to press. Each answers whether it was done.

  saveRoom(room, body) {
    return this.presses.press('room', () => this.api.saveRoom(room, body));
  }

  setState(state) {
    return this.presses.press('state', () => this.api.setState(this.store.state.chosen, state));
  }

  pin(offer) {
    return this.presses.press(`pin-${offer}`, () =>
      this.api.pin(this.store.state.chosen, this.store.state.pinned === offer ? null : offer),
    );
  }

  openOffer(offer) {
    const call = () => this.api.openOffer(this.store.state.chosen, offer);
    return this.presses.press(`sale-${offer}`, call, { offer });
  }

  closeOffer(offer) {
    const call = () => this.api.closeOffer(this.store.state.chosen, offer);
    return this.presses.press(`sale-${offer}`, call, { offer });
  }

  /** Units come in above 0 and are written off below. */
  changeStock(item, change) {
    const call = () => this.api.changeStock(item, change, change > 0 ? 'RESTOCK' : 'WRITE_OFF');
    return this.presses.press(`stock-${item}`, call, { item });
  }

  /** Writes off what somebody else proposed. */
  approve({ proposal, item }) {
    return this.presses.press(`proposal-${proposal}`, () => this.api.approve(proposal), { item });
  }

  withdraw({ proposal, item }) {
    return this.presses.press(`proposal-${proposal}`, () => this.api.withdraw(proposal), { item });
  }

  cancelOrder(order) {
    return this.presses.press(`order-${order}`, () => this.api.cancelOrder(order), { order });
  }

  /** @param request the record that asked for it */
  withdrawRefund(order, request) {
    return this.presses.press(`order-${order}`, () => this.api.withdrawRefund(order, request), { order });
  }

  /** @param order `{order, totalFen}`; what cost nothing no provider can pay back. */
  refund({ order, totalFen }, key, body) {
    const { reason, ...free } = body;
    const call = () =>
      totalFen > 0 ? this.api.requestRefund(order, key, reason ? body : free) : this.api.refundFree(order, key, free);
    return this.presses.press(`order-${order}`, call, { order });
  }

  async summarize() {
    const { chosen } = this.store.state;
    const change = await this.api.summary(chosen).then(
      (summary) => ({ summary, summaryFailure: null }),
      (failure) => ({ summaryFailure: failure.code ?? 'UNEXPECTED' }),
    );
    if (this.store.state.chosen === chosen) this.store.update(change);
  }

  /** Saves the summary as a table. */
  async downloadSummary() {
    try {
      const { blob, fileName } = await this.api.summaryTable(this.store.state.chosen);
      saveFile(blob, fileName);
    } catch (failure) {
      this.store.update({ summaryFailure: failure.code ?? 'UNEXPECTED' });
    }
  }

  /**
   * A new show that sells the same items at the same terms, once its offers are opened.
   *
   * @param begun whether the room is there from a press that failed halfway: what it has by now is left as it is
   */
  encore(room, body, offers, begun) {
    const call = async () => {
      let answer = begun ? await this.api.picture(room) : await this.api.saveRoom(room, body);
      const there = new Set(begun ? answer.offers.map(({ offer }) => offer) : []);
      for (const [i, offer] of offers.entries()) {
        const number = room * 1000 + 1 + i;
        if (!there.has(number)) answer = await this.api.saveOffer(room, number, offer);
      }
      return answer;
    };
    return this.presses.press('encore', call);
  }

  /** @param newItem `{title, image}` for an item that there is not yet; null for one that there is. */
  saveOffer(offer, body, newItem = null) {
    const call = async () => {
      if (newItem) await this.api.saveItem(body.item, newItem);
      return this.api.saveOffer(this.store.state.chosen, offer, body);
    };
    return this.presses.press('offer', call, { offer });
  }

  hideComment(comment) {
    return this.#moderate(`hide-${comment}`, (room) => this.api.hideComment(room, comment));
  }

  /** @param press name of the button, for a viewer may be muted from several comments. */
  mute(viewer, term, reason, press) {
    return this.#moderate(press, () => this.api.mute(viewer, term, reason));
  }

  slowRoom(seconds) {
    return this.#moderate('slow', (room) => this.api.slowRoom(room, seconds));
  }

  blockWord(word, blocked) {
    return this.#moderate('word', () => this.api.blockWord(word, blocked));
  }

  decideAppeal(viewer, appeal, granted) {
    return this.#moderate(`appeal-${appeal}`, () => this.api.decideAppeal(viewer, appeal, granted));
  }

  #moderate(name, call) {
    return this.presses.press(name, () => call(this.store.state.chosen), { talk: true });
  }

  #goTo(room, tab) {
    history.pushState(null, '', `${location.pathname}?${new URLSearchParams({ room, ...(tab && { tab }) })}`);
  }

  #chooseFromAddress() {
    const { rooms, chosen } = this.store.state;
    const address = new URLSearchParams(location.search);
    const first = rooms.find((room) => room.state === 'LIVE') ?? rooms.at(0);
    const room = Number(address.get('room')) || first?.room;
    this.store.update({ tab: address.get('tab') });
    if (room && room !== chosen && this.store.state.signedIn) this.#show(room);
  }

  #show(room) {
    this.#follower?.stop();
    this.store.update({ ...emptyBoard(), chosen: room });
    this.#follower = new RoomFollower({
      room,
      api: this.api,
      session: this.session,
      store: this.store,
      onRefused: (failure) => this.leave(failure.code),
      onAsked: () => this.moderation.refresh(),
    });
    this.#follower.start();
  }

  #listAgain() {
    clearTimeout(this.#listTimer);
    this.#listTimer = setTimeout(async () => {
      if (!document.hidden) await this.listRooms();
      if (this.store.state.signedIn) this.#listAgain();
    }, LIST_MS);
  }

  #retitle() {
    document.title = `${t('console.title')} · Sluice`;
  }
}

/** The same demo operator on every visit. */
function demoOperator() {
  const known = Number(stored('localStorage', DEMO_OPERATOR));
  if (Number.isSafeInteger(known) && known > 0) return known;
  const fresh = 100 + (freshViewerId() % DEMO_OPERATORS);
  keep('localStorage', DEMO_OPERATOR, String(fresh));
  return fresh;
}
