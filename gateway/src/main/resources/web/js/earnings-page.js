import { Api } from './api.js';
import { currentLanguage, initLanguage, setLanguage, t } from './i18n.js';
import { saveFile } from './save-file.js';
import { Session } from './session.js';
import { Store } from './store.js';

/** Days that a statement may span on this page, today included. */
export const SPANS = [31, 90, 365];
export const PARTS = ['day', 'week', 'month', 'show'];

/** The day so many days before another, both as 2026-11-21. */
function daysBefore(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** What somebody earned: the account's balance, its statement and its entries. */
export class EarningsPage {
  /** Of answers that overtake each other only the one to the last question is shown. */
  #asked = 0;

  constructor() {
    initLanguage();
    this.store = new Store({
      language: currentLanguage(),
      by: 'day',
      days: SPANS[0],
      account: null,
      isGuide: false,
      statement: null,
      rooms: new Map(),
      entries: [],
      next: null,
      busy: true,
      failure: null,
    });
    this.session = new Session();
    this.api = new Api(() => this.session.token);
  }

  start() {
    this.#retitle();
    this.load();
  }

  partBy(by) {
    this.store.update({ by });
    this.load();
  }

  span(days) {
    this.store.update({ days });
    this.load();
  }

  /** @param {'guide' | 'viewer'} account which of a guide's two accounts. */
  choose(account) {
    this.store.update({ account });
    this.load();
  }

  setLanguage(language) {
    setLanguage(language);
    this.store.update({ language });
    this.#retitle();
  }

  async load() {
    const asked = ++this.#asked;
    this.store.update({ busy: true, failure: null });
    try {
      const statement = await this.#ask(() => this.api.statement(this.#question(true)));
      if (asked !== this.#asked) return;
      // The server says what day it is where the brand is; only then can a first day be named.
      const whole = await this.#widened(statement);
      const page = await this.#ask(() => this.api.entries(this.#question(false, whole)));
      if (asked !== this.#asked) return;
      const isGuide = this.store.state.isGuide || whole.account.kind === 'GUIDE';
      this.store.update({ statement: whole, isGuide, entries: page.entries, next: page.next ?? null, busy: false });
      this.#nameRooms(whole);
    } catch (failure) {
      if (asked === this.#asked) this.store.update({ busy: false, failure: failure.code ?? 'UNEXPECTED' });
    }
  }

  async more() {
    const { statement, next, entries } = this.store.state;
    const asked = ++this.#asked;
    this.store.update({ busy: true, failure: null });
    try {
      const page = await this.#ask(() => this.api.entries({ ...this.#question(false, statement), before: next }));
      if (asked !== this.#asked) return;
      this.store.update({ entries: [...entries, ...page.entries], next: page.next ?? null, busy: false });
    } catch (failure) {
      if (asked === this.#asked) this.store.update({ busy: false, failure: failure.code ?? 'UNEXPECTED' });
    }
  }

  /** Hands the entries of these days over as a file. */
  async download() {
    try {
      const { blob, fileName } = await this.#ask(() =>
        this.api.entriesTable(this.#question(false, this.store.state.statement)),
      );
      saveFile(blob, fileName);
    } catch (failure) {
      this.store.update({ failure: failure.code ?? 'UNEXPECTED' });
    }
  }

  async #widened(statement) {
    if (this.store.state.days === SPANS[0]) return statement;
    return this.#ask(() => this.api.statement(this.#question(true, statement)));
  }

  #question(parted, statement = null) {
    const { by, days, account } = this.store.state;
    const question = {};
    if (parted) question.by = by;
    if (account) question.account = account;
    if (statement) {
      question.from = daysBefore(statement.to, days - 1);
      question.to = statement.to;
    }
    return question;
  }

  /** A demo token may have expired while the page lay open: then it is fetched anew, once. */
  async #ask(call) {
    await this.session.signIn(this.api);
    try {
      return await call();
    } catch (failure) {
      if (failure.problem?.status !== 401 || !this.session.expire()) throw failure;
      await this.session.signIn(this.api);
      return call();
    }
  }

  /** A show is called by its room's title; one that is not told is called by its number. */
  #nameRooms(statement) {
    const { rooms } = this.store.state;
    for (const { room } of statement.rows) {
      if (!room || rooms.has(room)) continue;
      this.api
        .room(room)
        .then(({ title }) => this.store.update((state) => ({ rooms: new Map(state.rooms).set(room, title) })))
        .catch(() => {});
    }
  }

  #retitle() {
    document.title = `${t('earnings.title')} · Sluice`;
  }
}
