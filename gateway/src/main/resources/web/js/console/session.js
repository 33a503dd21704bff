import { keep, stored } from '../storage.js';

const TOKEN = 'sluice.operator';

function payloadOf(token) {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return {};
  }
}

/** Who operates: a token that lives as long as the browser's tab and nowhere else. */
export class OperatorSession {
  #token = stored('sessionStorage', TOKEN) || null;

  constructor() {
    this.#takeTokenFromAddress();
  }

  get token() {
    return this.#token;
  }

  /** The operator's number, as records name who did something. */
  get operator() {
    return Number(payloadOf(this.#token ?? '').sub) || null;
  }

  take(token) {
    this.#token = token || null;
    keep('sessionStorage', TOKEN, this.#token ?? '');
  }

  /** Nothing to do: who has no token is asked for one before there is a room. */
  async signIn() {}

  /** Only who gave the token can renew it. */
  expire() {
    return false;
  }

  /** `#token=` never stays in the address bar, in the history or in a link that is copied. */
  #takeTokenFromAddress() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (!given) return;
    this.take(given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}
