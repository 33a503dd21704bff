import { keep, stored } from './storage.js';

/** Codes by which a viewer came, so that each is told once; older ones than these may be told again. */
const TOUCHES_KEPT = 50;

/**
 * By whose code a viewer came, and the viewer's own code for others.
 *
 * In the store `invitation` is what the server says of the code the viewer came by, and `sharing` is {phase, link?} with
 * the phases making, ready (`link` is there), copied and failed. `membership` is {phase, code?} once the viewer wants to
 * join the code's group, with the phases joining, joined and refused (`code` says why).
 */
export class Sharing {
  #known;

  constructor({ room, api, session, store, onForeign }) {
    Object.assign(this, { api, session, store, onForeign });
    this.room = room;
    this.shelf = `sluice.touches.${session.viewer}`;
  }

  /** Asks what the code says. One that this shop did not sign is dropped; so is the viewer's own. */
  start() {
    this.#known = this.#lookUp();
  }

  async #lookUp() {
    const { share } = this.session;
    if (!share) return;
    try {
      const code = await this.api.shareCode(share);
      if (String(code.inviter) === this.session.viewer) this.session.dropShare();
      else this.store.update({ invitation: code });
    } catch (failure) {
      if (failure.definite) this.#drop();
    }
  }

  #drop() {
    this.session.dropShare();
    this.store.update({ invitation: null });
    this.onForeign();
  }

  /** Tells the server how the viewer came, once for each code; asked again by the next visit when it did not answer. */
  async noteTouch() {
    await this.#known;
    const { share } = this.session;
    const touches = this.#touches();
    if (!share || touches.includes(share)) return;
    try {
      await this.api.touch(share);
    } catch (failure) {
      if (failure.code === 'SHARE_UNKNOWN') this.#drop();
      if (!failure.definite) return;
    }
    keep('localStorage', this.shelf, JSON.stringify([...touches, share].slice(-TOUCHES_KEPT)));
  }

  /** Puts the viewer into the group that the code they came by names. */
  async joinGroup() {
    this.store.update({ membership: { phase: 'joining' } });
    try {
      await this.api.joinGroup(this.session.share);
      this.store.update({ membership: { phase: 'joined' } });
    } catch ({ code = 'UNREACHABLE' }) {
      this.store.update({ membership: { phase: 'refused', code } });
    }
  }

  #touches() {
    try {
      return JSON.parse(stored('localStorage', this.shelf)) ?? [];
    } catch {
      return [];
    }
  }

  /** Makes the viewer's own code and copies the link that has it. */
  async make() {
    this.store.update({ sharing: { phase: 'making' } });
    try {
      const { path } = await this.api.makeShare(Number(this.room));
      this.store.update({ sharing: { phase: 'ready', link: location.origin + path } });
      await this.copy();
    } catch {
      this.store.update({ sharing: { phase: 'failed' } });
    }
  }

  /** @returns {Promise<boolean>} whether the browser let it; the link stands in a field to copy by hand. */
  async copy() {
    const { link } = this.store.state.sharing;
    try {
      await navigator.clipboard.writeText(link);
      this.store.update({ sharing: { phase: 'copied', link } });
      return true;
    } catch {
      return false;
    }
  }
}
