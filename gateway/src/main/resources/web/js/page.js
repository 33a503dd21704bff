import { Api } from './api.js';
import { LOW_STOCK } from './buy-status.js';
import { Bookings } from './bookings.js';
import { Claims } from './claims.js';
import { ServerClock, everySecond } from './clock.js';
import { timeLeft, yuan } from './format.js';
import { currentLanguage, initLanguage, sentence, setLanguage, t } from './i18n.js';
import { LiveConnection } from './live.js';
import { priceAt } from './offer-time.js';
import { Orders } from './orders.js';
import { Places } from './places.js';
import { Purchase } from './purchase.js';
import { Reviews } from './reviews.js';
import { applyRoom, applyTick } from './room-frames.js';
import { Session } from './session.js';
import { Sharing } from './sharing.js';
import { Store, emptyState } from './store.js';
import { Talk } from './talk.js';
import { Wallet } from './wallet.js';

const TOAST_MS = 4_000;
/** A press this soon after another offer was pinned was meant for the one before. */
const PIN_SETTLES_MS = 600;

/** Everything a viewer can do in a room, and everything the server can tell. The views know this and the state only. */
export class Page {
  #toasts = 0;

  /** @param {string | null} room the room's id, null when the address names none. */
  constructor(room) {
    initLanguage();
    this.store = new Store({ ...emptyState(), language: currentLanguage() });
    this.clock = new ServerClock();
    this.session = new Session();
    this.api = new Api(() => this.session.token);
    const { api, session, store, clock } = this;
    this.connection = new LiveConnection({
      room,
      api,
      session,
      onFrame: (frame) => this.#receive(frame),
      onLink: (link) => this.#linked(link),
    });
    this.talk = new Talk({ room, api, connection: this.connection, store, clock });
    this.orders = new Orders({ api, store, clock, onNews: (order) => this.#orderNews(order) });
    this.wallet = new Wallet({ api, store });
    this.claims = new Claims({ room, api, session, store, onAnswer: (claim) => this.#claimAnswered(claim) });
    this.places = new Places({ room, api, session, store, clock, onNews: (place) => this.#placeNews(place) });
    this.reviews = new Reviews({ room, api, store });
    this.bookings = new Bookings({ room, api, store });
    this.purchase = new Purchase({
      room,
      api,
      session,
      store,
      onReserved: (order) => this.#reserved(order),
      onRefused: (press, problem) => this.wallet.refused(press, problem),
    });
    this.sharing = new Sharing({
      room,
      api,
      session,
      store,
      onForeign: () => this.#toast('plain', t('share.foreign')),
    });
    this.room = room;
  }

  start() {
    if (!this.room) {
      this.store.update({ link: { state: 'closed', code: 'ROOM_UNKNOWN' } });
      return;
    }
    this.sharing.start();
    this.connection.start();
    this.#peek();
    everySecond(this.clock, () => {
      this.orders.checkExpired();
      this.places.check();
      this.talk.check();
      this.store.touch();
    });
  }

  // What the viewer does.

  pressBuy(offer, status) {
    if (status.kind === 'reserved' || status.kind === 'paid') {
      this.openSheet({ name: 'checkout', order: status.order.order });
    } else if (status.kind === 'wait') {
      this.places.join(offer.offer, status.quantity);
    } else {
      this.places.forget(offer.offer);
      this.purchase.press(offer.offer, status.quantity, status.totalFen, status.coupon);
    }
  }

  /** Gives up the viewer's place in the line of an offer, or the turn. */
  leaveLine(offer) {
    this.places.leave(offer);
  }

  /** Each press gives one more, but for a tip that waits for its payment. */
  pressTip(offer, status) {
    if (status.kind === 'reserved') this.pressBuy(offer, status);
    else this.purchase.press(offer.offer, status.quantity, status.totalFen);
  }

  /** The host may pin another offer in the moment of a press: the viewer must not buy what they did not see. */
  pressPinned(offer, status) {
    if (performance.now() - this.store.state.pinnedSince >= PIN_SETTLES_MS) this.pressBuy(offer, status);
  }

  chooseQuantity(offer, units) {
    this.purchase.forget(offer);
    this.store.update(({ quantities }) => ({ quantities: new Map(quantities).set(offer, units) }));
  }

  /** @param coupon the coupon to use for an offer, an empty string for none. */
  chooseCoupon(offer, coupon) {
    this.purchase.forget(offer);
    this.store.update(({ choices }) => ({ choices: new Map(choices).set(offer, coupon) }));
  }

  /** @param campaign one of the room's campaigns, or a rain. */
  claim(campaign) {
    this.claims.claim(campaign.campaign, campaign.audience?.kind === 'NEARBY');
  }

  loadWallet() {
    this.claims.load();
    this.wallet.load();
    this.wallet.loadPoints();
  }

  loadMoreCoupons() {
    this.wallet.loadMore();
  }

  loadMorePoints() {
    this.wallet.loadMorePoints();
  }

  /** This rain is no more shown: the viewer has a coupon of it, or does not want one. */
  leaveRain(rain) {
    this.store.update({ rainSeen: rain.id });
  }

  async joinGroup() {
    await this.sharing.joinGroup();
    const { membership } = this.store.state;
    if (membership.phase === 'joined') this.#toast('good', t('group.joined'));
    else this.#toast('plain', sentence(membership.code));
  }

  openSheet(sheet) {
    this.store.update({ sheet });
    if (sheet.name === 'wallet') this.loadWallet();
    if (sheet.name === 'orders') {
      this.orders.load().then(() => this.orders.loadCredits());
      this.reviews.loadOwn();
    }
    if (sheet.name === 'checkout') this.orders.loadCredit(sheet.order);
    if (sheet.name === 'reviews') this.reviews.load(sheet.offer);
    if (sheet.name === 'review') this.reviews.forget(sheet.order, sheet.offer);
  }

  async toggleBooking() {
    const booked = await this.bookings.toggle();
    if (booked !== null) this.#toast(booked ? 'good' : 'plain', t(booked ? 'say.booked' : 'say.unbooked'));
  }

  leaveBegun() {
    this.store.update({ begun: null });
  }

  loadReviews(offer) {
    this.reviews.load(offer);
  }

  loadMoreReviews(offer) {
    this.reviews.loadMore(offer);
  }

  /** Back among the orders it is thanked for. */
  async writeReview(order, offer, review) {
    if (!(await this.reviews.write(order, offer, review))) return;
    if (this.store.state.sheet?.name === 'review') this.openSheet({ name: 'orders' });
    this.#toast('good', t('say.reviewSent'));
  }

  closeSheet() {
    this.store.update({ sheet: null });
  }

  askCancel(order) {
    this.store.update(({ sheet }) => ({ sheet: { ...sheet, cancelling: order } }));
  }

  cancel(order) {
    this.askCancel(null);
    this.orders.cancel(order);
  }

  pay(order) {
    this.orders.pay(order);
  }

  loadOrders() {
    this.orders.load();
  }

  loadMoreOrders() {
    this.orders.loadMore();
  }

  /** Opens the drawer with the viewer's own link. */
  async share() {
    this.openSheet({ name: 'share' });
    await this.sharing.make();
    const said = { copied: 'share.copied', failed: 'share.failed' }[this.store.state.sharing.phase];
    this.#say(t(said ?? 'share.link'));
  }

  async copyLink() {
    if (await this.sharing.copy()) this.#say(t('share.copied'));
    else this.#say(t('share.byHand'));
  }

  comment(text) {
    return this.talk.comment(text);
  }

  like() {
    this.talk.like();
  }

  /** @param comment one of somebody else's that should not be there. */
  async report(comment) {
    const code = await this.talk.report(comment.id);
    this.#toast(code ? 'plain' : 'good', code ? sentence(code) : t('talk.reported'));
  }

  async appeal(text) {
    await this.talk.appeal(text);
    if (this.store.state.talk.mute?.appeal === 'sent') this.#say(t('appeal.sent'));
  }

  reconnect() {
    this.connection.retryNow();
  }

  setLanguage(language) {
    setLanguage(language);
    this.store.update({ language });
  }

  // What the server tells.

  #receive(frame) {
    switch (frame.t) {
      case 'room':
        this.clock.sample(Date.parse(frame.now));
        this.#change(applyRoom(this.store.state, frame));
        break;
      case 'tick':
        this.clock.sample(frame.now);
        this.#change(applyTick(this.store.state, frame));
        break;
      case 'pong':
        this.clock.sample(frame.now);
        break;
      case 'order':
        this.orders.learn(orderOf(frame));
        break;
      case 'place':
        this.places.learn(frame);
        break;
      case 'begun':
        if (this.bookings.begun(frame)) this.#say(t('say.begun', { title: frame.title }));
        break;
      case 'comment':
        this.talk.taken(frame);
        break;
      case 'mute':
        this.#moderated(frame);
        break;
      case 'refused':
        if (frame.of === 'comment') this.talk.refused(frame);
        break;
      default:
        // A newer server may say more than this page knows.
        break;
    }
  }

  #moderated(frame) {
    const said = this.talk.moderated(frame);
    if (said) this.#toast(frame.state === 'DENIED' ? 'plain' : 'good', t(said));
  }

  #change(change) {
    if (!change) return;
    const before = this.store.state;
    if (change.rain && change.rain.id !== before.rain?.id) this.#say(t('say.rain', { title: change.rain.title }));
    const moved = before.pinned !== null && change.pinned !== undefined && change.pinned !== before.pinned;
    this.store.update(moved ? { ...change, pinnedSince: performance.now() } : change);
    this.#announcePinned(before, this.store.state);
    document.title = `${this.store.state.room.title} · Sluice`;
  }

  #linked(link) {
    const before = this.store.state.link;
    const again = before.state === 'offline' || before.state === 'waiting' || before.again === true;
    this.store.update({ link: { ...link, again: again && link.state === 'connecting' } });
    if (link.state === 'live') {
      this.talk.reset();
      this.orders.load();
      this.claims.load();
      this.wallet.load();
      this.places.load();
      if (this.store.state.room?.state === 'SCHEDULED') this.bookings.load();
      this.purchase.repeatFresh();
      this.sharing.noteTouch();
      if (again) this.#say(t('link.back'));
    } else if (before.state === 'live') {
      this.#say(t(link.code === 'STOPPING' ? 'link.stopping' : 'link.offline'));
    }
  }

  /** The room's picture needs no ticket: a viewer who has to wait for one sees the offers meanwhile. */
  async #peek() {
    try {
      const picture = await this.api.room(this.room);
      if (this.store.state.room) return;
      this.clock.sample(Date.parse(picture.now));
      this.#change(applyRoom(this.store.state, picture));
    } catch {
      // The live connection says what is wrong.
    }
  }

  #reserved(order) {
    const sheet = this.store.state.sheet;
    if (!sheet || sheet.name === 'offers') this.openSheet({ name: 'checkout', order: order.order });
    this.orders.loadCredit(order.order);
    this.wallet.follow(order);
    this.places.follow(order);
    const { text } = timeLeft(Date.parse(order.payBy) - this.clock.now());
    this.#say(t('say.reserved', { n: order.order, time: text }));
  }

  /** Of a rain the overlay says it; in the drawer the row does. Both are read out. */
  #claimAnswered({ phase, problem }) {
    if (phase === 'claimed') {
      this.wallet.load();
      if (this.store.state.sheet?.name === 'wallet') this.wallet.loadPoints();
      this.#say(t('claim.claimed'));
    } else {
      this.#say(sentence(problem.code));
    }
  }

  #orderNews(order) {
    for (const line of order.lines) this.purchase.forget(line.offer);
    this.wallet.follow(order);
    const name = { PAID: 'say.paid', CANCELLED: 'say.cancelled', EXPIRED: 'say.expired' }[order.state];
    if (!name) return;
    const text = t(name, { n: order.order });
    // The drawer of this very order shows it already.
    if (this.store.state.sheet?.order === order.order) this.#say(text);
    else this.#toast(order.state === 'PAID' ? 'good' : 'plain', text);
  }

  /** What becomes of a place is said wherever the viewer looks; one's own leaving and joining need no picture. */
  #placeNews(place) {
    const { offer, state, units, ahead, untilMs } = place;
    const values = { title: this.store.state.offers.get(offer)?.title ?? t('order.item', { n: offer }), n: units };
    if (state === 'CALLED') {
      // What a press was refused with before the turn is no word about it.
      this.purchase.forget(offer);
      this.#toast('good', t('say.called', { ...values, time: timeLeft(untilMs - this.clock.now()).text }));
    } else if (state === 'WAITING') {
      this.#say(t('say.waiting', { ...values, n: ahead }));
    } else if (state === 'LEFT') {
      this.#say(t('say.left', values));
    } else {
      this.#toast('plain', t(`say.${state}`, values));
    }
  }

  /** A screen reader hears of the offer being shown when it changes, runs low, sells out or comes back. */
  #announcePinned(before, after) {
    const offer = after.offers.get(after.pinned);
    if (!offer || !before.room) return;
    const was = before.offers.get(offer.offer)?.available;
    const say = (name) =>
      this.#say(t(name, { title: offer.title, n: offer.available, price: yuan(priceAt(offer, this.clock.now())) }));
    if (before.pinned !== after.pinned) say('say.pinned');
    else if (was > 0 && offer.available === 0) say('say.soldOut');
    else if (was === 0 && offer.available > 0) say('say.back');
    else if (was > LOW_STOCK && offer.available <= LOW_STOCK) say('say.low');
  }

  #say(said) {
    this.store.update({ said });
  }

  #toast(kind, text) {
    const toast = { id: ++this.#toasts, kind, text };
    this.store.update({ toast, said: text });
    setTimeout(() => {
      if (this.store.state.toast === toast) this.store.update({ toast: null });
    }, TOAST_MS);
  }
}

/** An `order` frame without what makes it a frame. */
function orderOf({ t: _kind, key: _key, replayed: _replayed, ...order }) {
  return order;
}
