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
  demoToken(subject) {
    return this.#call('POST', '/demo/tokens', { body: { role: 'operator', subject }, anonymous: true });
  }

  #call(method, path, options) {
    return callApi(this.token, method, path, options);
  }
}
