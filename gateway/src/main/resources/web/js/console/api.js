import { callApi } from '../api.js';

/** The routes of `docs/openapi.yaml` that the operators' console needs. */
export class OperatorApi {
  /** @param {() => string | null} token gives the current bearer token. */
  constructor(token) {
    this.token = token;
  }

  rooms(before) {
    return this.#call('GET', before ? `/operator/rooms?before=${before}` : '/operator/rooms');
  }

  figures(room) {
    return this.#call('GET', `/operator/rooms/${room}/figures`);
  }

  /** What is left of an item, and what it is called. */
  stocks(item) {
    return this.#call('GET', `/operator/items/${item}/stocks`);
  }

  ticket(room) {
    return this.#call('POST', `/rooms/${room}/tickets`);
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

  /** A token of the demo, which hands them to whoever asks. */
  demoToken(subject) {
    return this.#call('POST', '/demo/tokens', { body: { role: 'operator', subject }, anonymous: true });
  }

  #call(method, path, options) {
    return callApi(this.token, method, path, options);
  }
}
