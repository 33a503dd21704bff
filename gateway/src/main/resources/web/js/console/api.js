import { callApi, tableOf } from '../api.js';

/** The routes of `docs/openapi.yaml` that the operators' console needs. */
export class OperatorApi {
  /** @param {() => string | null} token gives the current bearer token. */
  constructor(token) {
    this.token = token;
  }

  /** Who works here with this token, and which operations are theirs. */
  rights() {
    return this.#call('GET', '/operator/me');
  }

  rooms(before) {
    return this.#call('GET', before ? `/operator/rooms?before=${before}` : '/operator/rooms');
  }

  figures(room) {
    return this.#call('GET', `/operator/rooms/${room}/figures`);
  }

  /** Anybody's order, and whose it is. */
  order(order) {
    return this.#call('GET', `/operator/orders/${order}`);
  }

  /** What the journal tells of an order, from a record on. */
  story(order, from) {
    return this.#call('GET', `/operator/orders/${order}/story${from ? `?from=${from}` : ''}`);
  }

  viewerOrders(viewer, before) {
    return this.#call('GET', `/operator/viewers/${viewer}/orders${before ? `?before=${before}` : ''}`);
  }

  roomOrders(room, before) {
    return this.#call('GET', `/operator/rooms/${room}/orders${before ? `?before=${before}` : ''}`);
  }

  cancelOrder(order) {
    return this.#call('POST', `/operator/orders/${order}/cancel`);
  }

  /** Asks the payment provider to pay back. */
  requestRefund(order, key, body) {
    return this.#call('POST', `/operator/orders/${order}/refund-requests`, { body, headers: { 'Idempotency-Key': key } });
  }

  /** Takes back what the payment provider was asked for and has not answered. */
  withdrawRefund(order, request) {
    return this.#call('DELETE', `/operator/orders/${order}/refund-requests/${request}`);
  }

  /** Gives back what cost nothing, which no provider knows of. */
  refundFree(order, key, body) {
    return this.#call('POST', `/operator/orders/${order}/refund`, { body, headers: { 'Idempotency-Key': key } });
  }

  /** A show summed up. */
  summary(room) {
    return this.#call('GET', `/operator/rooms/${room}/summary`);
  }

  /** The same as a table: `{ blob, fileName }`. */
  summaryTable(room) {
    return this.#call('GET', `/operator/rooms/${room}/summary.csv`, { read: tableOf });
  }

  /** What is left of an item, and what it is called. */
  stocks(item) {
    return this.#call('GET', `/operator/items/${item}/stocks`);
  }

  ticket(room) {
    return this.#call('POST', `/rooms/${room}/tickets`);
  }

  /** What viewers see of a room: its offers, and the record at which that is true. */
  picture(room) {
    return this.#call('GET', `/rooms/${room}`);
  }

  saveRoom(room, body) {
    return this.#call('PUT', `/operator/rooms/${room}`, { body });
  }

  setState(room, state) {
    return this.#call('POST', `/operator/rooms/${room}/state`, { body: { state } });
  }

  pin(room, offer) {
    return this.#call('POST', `/operator/rooms/${room}/pin`, { body: { offer } });
  }

  saveItem(item, body) {
    return this.#call('PUT', `/operator/items/${item}`, { body });
  }

  changeStock(item, change, reason) {
    return this.#call('POST', `/operator/items/${item}/stock`, { body: { change, reason } });
  }

  /** The write-offs that wait for a second person, of all items. */
  proposals() {
    return this.#call('GET', '/operator/proposals');
  }

  approve(proposal) {
    return this.#call('POST', `/operator/proposals/${proposal}/approve`);
  }

  withdraw(proposal) {
    return this.#call('DELETE', `/operator/proposals/${proposal}`);
  }

  saveOffer(room, offer, body) {
    return this.#call('PUT', `/operator/rooms/${room}/offers/${offer}`, { body });
  }

  openOffer(room, offer) {
    return this.#call('POST', `/operator/rooms/${room}/offers/${offer}/open`);
  }

  closeOffer(room, offer) {
    return this.#call('POST', `/operator/rooms/${room}/offers/${offer}/close`);
  }

  /** What buyers wrote, in one of the states. */
  reviews(state) {
    return this.#call('GET', `/operator/reviews?${new URLSearchParams({ state })}`);
  }

  /** @param body `{state, writtenSequence, reason}` */
  judgeReview(review, body) {
    return this.#call('POST', `/operator/reviews/${review}/state`, { body });
  }

  /** @param question `{limit, search, before}`; what is not there, or empty, is not asked. */
  comments(room, question) {
    const asked = Object.entries(question).filter(([, value]) => value);
    return this.#call('GET', `/operator/rooms/${room}/comments?${new URLSearchParams(asked)}`);
  }

  /** What waits for moderators, and what they did. */
  talk(room) {
    return this.#call('GET', `/operator/rooms/${room}/talk`);
  }

  words() {
    return this.#call('GET', '/operator/block-words');
  }

  blockWord(word, blocked) {
    return this.#call('POST', '/operator/block-words', { body: { word, blocked } });
  }

  hideComment(room, comment) {
    return this.#call('POST', `/operator/rooms/${room}/comments/${comment}/hide`);
  }

  slowRoom(room, seconds) {
    return this.#call('POST', `/operator/rooms/${room}/slow`, { body: { seconds } });
  }

  /** @param term for how long, as the contract has it; NONE lifts the mute. */
  mute(viewer, term, reason) {
    return this.#call('POST', `/operator/viewers/${viewer}/mute`, { body: { for: term, ...(reason && { reason }) } });
  }

  decideAppeal(viewer, appeal, granted) {
    return this.#call('POST', `/operator/viewers/${viewer}/appeal`, { body: { appeal, granted } });
  }

  /** A token of the demo, which hands them to whoever asks. */
  demoToken(role, subject) {
    return this.#call('POST', '/demo/tokens', { body: { role, subject }, anonymous: true });
  }

  #call(method, path, options) {
    return callApi(this.token, method, path, options);
  }
}
