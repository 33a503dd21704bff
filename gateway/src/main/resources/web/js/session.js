import { freshViewerId } from './random.js';

const TOKEN = 'sluice.token';
const TOUCH = 'sluice.touch';
const VIEWER = 'sluice.viewer';
const TOUCH_IDS = ['store', 'guide', 'group', 'inviter'];
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
    this.touch = this.#takeTouchFromAddress();
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

  /** What an order carries about the way its viewer came: `touch` and `share`, each only when known. */
  orderTouch() {
    const { share, ...touch } = this.touch;
    return { ...(Object.keys(touch).length > 0 && { touch }), ...(share && { share }) };
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

  /** The last way a viewer came counts, for the rest of the visit. */
  #takeTouchFromAddress() {
    const query = new URLSearchParams(location.search);
    const touch = {};
    for (const name of TOUCH_IDS) {
      const id = Number(query.get(name));
      if (Number.isSafeInteger(id) && id > 0) touch[name] = id;
    }
    if (SHARE_CODE.test(query.get('share') ?? '')) touch.share = query.get('share');
    if (Object.keys(touch).length > 0) {
      keep('sessionStorage', TOUCH, JSON.stringify(touch));
      return touch;
    }
    try {
      return JSON.parse(stored('sessionStorage', TOUCH)) ?? {};
    } catch {
      return {};
    }
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
