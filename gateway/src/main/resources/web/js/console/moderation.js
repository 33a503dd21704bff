/** Comments of one page of the flow. */
const PAGE = 60;
/** What was typed is looked for once the operator has stopped for so long. */
const TYPING_MS = 250;

/** Of a room of whose talk nothing is known yet. */
export function emptyModeration() {
  return {
    search: '',
    paused: false,
    comments: null,
    next: null,
    fresh: 0,
    reported: [],
    appeals: [],
    deeds: [],
    words: [],
    failure: null,
  };
}

/**
 * Keeps the comments' tab abreast: what was said, as the journal has it, and what waits for moderators. It is asked whenever
 * the board's figures are, and only while the tab is shown.
 */
export class Moderation {
  #round = 0;
  #typing = 0;

  constructor({ api, store }) {
    Object.assign(this, { api, store });
  }

  async refresh() {
    const { chosen, tab, moderation } = this.store.state;
    if (tab !== 'comments' || !chosen) return;
    const round = ++this.#round;
    try {
      const [page, talk, { words }] = await Promise.all([
        this.api.comments(chosen, { limit: PAGE, search: moderation.search }),
        this.api.talk(chosen),
        this.api.words(),
      ]);
      if (round !== this.#round || chosen !== this.store.state.chosen) return;
      const { reported, appeals, deeds } = talk;
      this.#change((known) => ({ ...flowAfter(known, page), reported, appeals, deeds, words, failure: null }));
    } catch (failure) {
      if (round === this.#round) this.#change({ failure: failure.code ?? 'UNEXPECTED' });
    }
  }

  /** What is looked for; empty for everything. */
  search(search) {
    this.#change({ search });
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#change({ paused: false, comments: null });
      this.refresh();
    }, TYPING_MS);
  }

  /** The flow stands still, or shows the newest again. */
  pause(paused) {
    this.#change({ paused, fresh: 0 });
    if (!paused) this.refresh();
  }

  /** Older comments; the flow stands still while one reads them. */
  async more() {
    const { chosen, moderation } = this.store.state;
    const { search, next } = moderation;
    this.#change({ paused: true });
    try {
      const page = await this.api.comments(chosen, { limit: PAGE, search, before: next });
      if (chosen !== this.store.state.chosen || this.store.state.moderation.next !== next) return;
      this.#change(({ comments }) => ({ comments: [...comments, ...page.comments], next: page.next ?? null }));
    } catch {
      // The button stays, to be pressed again.
    }
  }

  #change(change) {
    this.store.update(({ moderation }) => ({
      moderation: { ...moderation, ...(typeof change === 'function' ? change(moderation) : change) },
    }));
  }
}

/** A flow that stands still keeps its comments, but what became of them is told all the same. */
function flowAfter({ paused, comments }, page) {
  if (!paused || !comments) return { comments: page.comments, next: page.next ?? null, fresh: 0 };
  const told = new Map(page.comments.map((comment) => [comment.comment, comment]));
  const newest = comments[0]?.comment ?? 0;
  return {
    comments: comments.map((comment) => told.get(comment.comment) ?? comment),
    fresh: page.comments.filter((comment) => comment.comment > newest).length,
  };
}
