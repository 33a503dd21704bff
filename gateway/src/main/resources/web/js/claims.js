import { askUntilAnswered } from './asking.js';
import { freshKey } from './random.js';
import { keep, stored } from './storage.js';

const POSITION_TIMEOUT_MS = 15_000;
/** A position this young is the viewer's still. */
const POSITION_AGE_MS = 60_000;
/** What `GeolocationPositionError.code` says when the viewer or the browser said no. */
const DENIED = 1;

/**
 * Campaigns whose coupons may be claimed, and claims. A claim is one key from the press until a definite answer, through
 * retries and reloads, so that it brings one coupon at most.
 *
 * In the store a claim is {campaign, key, phase, rain, problem?, coupon?} by campaign; `rain` is the one that fell when it was
 * pressed, null for none. The phases are
 *   locating  the browser is asked where the viewer is
 *   sending   the server is being asked
 *   unknown   no definite answer yet: the next press asks again, with the same key
 *   refused   `problem` says why; the next press takes a new key
 *   claimed   `coupon` is the viewer's
 */
export class Claims {
  constructor({ room, api, session, store, onAnswer }) {
    Object.assign(this, { room, api, session, store, onAnswer });
    this.shelf = `sluice.claims.${session.viewer}`;
    this.#restore();
  }

  /** Reads which coupons may be claimed in this room. */
  async load() {
    try {
      const { campaigns } = await this.api.campaigns(this.room);
      this.store.update({ campaigns: { loaded: true, failed: false, list: campaigns } });
    } catch {
      this.store.update(({ campaigns }) => ({ campaigns: { ...campaigns, failed: true } }));
    }
  }

  /** @param nearby whether the campaign is near a store: only then, and only now, the browser is asked where it is. */
  async claim(campaign, nearby = false) {
    const before = this.store.state.claims.get(campaign);
    if (before?.phase === 'sending' || before?.phase === 'locating') return;
    const key = before?.phase === 'unknown' ? before.key : freshKey();
    const { rain } = this.store.state;
    const asked = { campaign, key, phase: 'sending', rain: rain?.campaign === campaign ? rain.id : null };
    if (nearby) this.#put({ ...asked, phase: 'locating' });
    const { place, code } = nearby ? await whereabouts() : { place: {} };
    if (code) {
      this.#answered({ ...asked, phase: 'refused', problem: { code } });
    } else {
      this.#put(asked);
      await this.#ask(asked, place);
    }
  }

  async #ask(asked, place) {
    const call = () => this.api.claimCoupon(asked.campaign, asked.key, place);
    const { answer, problem, definite } = await askUntilAnswered(call, this.session, this.api);
    if (answer) this.#answered({ ...asked, phase: 'claimed', coupon: answer });
    else this.#answered({ ...asked, phase: definite ? 'refused' : 'unknown', problem });
  }

  #answered(claim) {
    this.#put(claim);
    this.onAnswer(claim);
  }

  #put(claim) {
    this.store.update(({ claims }) => ({ claims: new Map(claims).set(claim.campaign, claim) }));
    const open = [...this.store.state.claims.values()].filter(({ phase }) => phase === 'sending' || phase === 'unknown');
    keep('sessionStorage', this.shelf, JSON.stringify(open.map(({ campaign, key, rain }) => ({ campaign, key, rain }))));
  }

  #restore() {
    let open = [];
    try {
      open = JSON.parse(stored('sessionStorage', this.shelf)) ?? [];
    } catch {
      // Nothing was kept.
    }
    this.store.update({ claims: new Map(open.map((claim) => [claim.campaign, { ...claim, phase: 'unknown' }])) });
  }
}

/** `{place}`, where the browser says it is, to a millionth of a degree, or `{code}`, one of this page's own. */
function whereabouts() {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve({ code: 'POSITION_UNKNOWN' });
      return;
    }
    const rounded = (degrees) => Math.round(degrees * 1e6) / 1e6;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ place: { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) } }),
      ({ code }) => resolve({ code: code === DENIED ? 'POSITION_DENIED' : 'POSITION_UNKNOWN' }),
      { timeout: POSITION_TIMEOUT_MS, maximumAge: POSITION_AGE_MS },
    );
  });
}
