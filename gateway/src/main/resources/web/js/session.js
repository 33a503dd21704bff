import { freshViewerId } from './random.js';

const TOKEN = 'sluice.token';
const SHARE = 'sluice.share';
const VIEWER = 'sluice.viewer';
const SHARE_CODE = /^[!-~]{1,32}$/;

/** A browser may refuse storage altogether (private windows); the visit then lives in memory only. */
function stored(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

function keep(storage, name, value) {
  try {
    window[storage].setItem(name, value);
  } catch {
    // Nothing to do: what could not be kept is asked for again.
  }
}

/** The subject a token names; of a token that names none the token itself, which is nobody else's either. */
function subjectOf(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return String(JSON.parse(atob(payload)).sub);
  } catch {
    return token;
  }
}

/** Who is watching, and how they came here. */
export class Session {
  #token = null;
  #given = false;

  constructor() {
    this.#takeTokenFromAddress();
    this.share = this.#takeShareFromAddress();
  }

  get token() {
    return this.#token;
  }

  /** Whose visit it is: the token's subject, also before a demo token was fetched. */
  get viewer() {
    return this.#given ? subjectOf(this.#token) : String(this.#demoViewer());
  }

  /** Gets a demo token unless the host page gave one. Throws a CallFailure when the server does not answer. */
  async signIn(api) {
    if (this.#token) return;
    const { token } = await api.demoToken(this.#demoViewer());
    this.#token = token;
  }

  /**
   * After a 401: forgets a demo token, so that signing in fetches a new one.
   *
   * @returns {boolean} false for a token that was given to the page and that only its giver can renew.
   */
  expire() {
    if (this.#given) return false;
    this.#token = null;
    return true;
  }

  /** What an order carries about the way its viewer came: the share code, when there is one. */
  orderShare() {
    return this.share ? { share: this.share } : {};
  }

  /** After SHARE_UNKNOWN: a link that is not the shop's shall not keep its viewer from buying. */
  forgetShare() {
    this.share = '';
    keep('sessionStorage', SHARE, '');
  }

  /** `#token=` never stays in the address bar, in the history or in a link that the viewer copies. */
  #takeTokenFromAddress() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given) {
      keep('sessionStorage', TOKEN, given);
      history.replaceState(history.state, '', location.pathname + location.search);
    }
    this.#token = given ?? stored('sessionStorage', TOKEN);
    this.#given = this.#token !== null;
  }

  /** The last code a viewer came by counts, for the rest of the visit. */
  #takeShareFromAddress() {
    const given = new URLSearchParams(location.search).get('share') ?? '';
    if (SHARE_CODE.test(given)) {
      keep('sessionStorage', SHARE, given);
      return given;
    }
    const kept = stored('sessionStorage', SHARE) ?? '';
    return SHARE_CODE.test(kept) ? kept : '';
  }

  #demoViewer() {
    let viewer = Number(stored('localStorage', VIEWER));
    if (!Number.isSafeInteger(viewer) || viewer < 1) {
      viewer = freshViewerId();
      keep('localStorage', VIEWER, String(viewer));
    }
    return viewer;
  }
}
