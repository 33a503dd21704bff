/**
 * The board's buttons. A press goes out once, its button is dead until it is answered, and what came of it stays beside it: the
 * record's number, or the refusal. No press is tried again by itself: another operator may have undone it meanwhile. Once nothing
 * is known of one, it is left to its operator.
 */
export class Presses {
  constructor({ store, onDone }) {
    Object.assign(this, { store, onDone });
    /** Records of this console's own presses. */
    this.own = new Set();
  }

  isBusy(name) {
    return this.store.state.presses.get(name)?.state === 'busy';
  }

  /**
   * @param name of the button
   * @param call makes the call, or several one behind the other; answers as the last
   * @param subject `{offer}`, `{item}`, `{order}` or `{}` for the room: whose deeds by others may have come between; `{review}` has no
   *   deeds, and `{talk}` is for what no two operators do the opposite of
   * @returns {Promise<boolean>} whether it was done
   */
  async press(name, call, subject = {}) {
    if (this.isBusy(name)) return false;
    const { chosen } = this.store.state;
    const seen = newestDeed(this.store.state);
    this.#set(name, { state: 'busy' });
    const { answer, problem, definite } = await askOnce(call);
    if (answer) this.own.add(answer.sequence);
    // Another room's board has buttons of the same names.
    if (this.store.state.chosen === chosen) {
      this.#set(
        name,
        answer
          ? { state: 'done', sequence: answer.sequence, waits: answer.proposedUntil !== undefined, seen, subject }
          : { state: 'failed', problem, definite, seen, subject },
      );
    }
    await this.onDone();
    return Boolean(answer);
  }

  /** Takes away what came of a press, as when its form is opened anew. */
  forget(name) {
    if (!this.store.state.presses.has(name) || this.isBusy(name)) return;
    this.store.update((state) => {
      const presses = new Map(state.presses);
      presses.delete(name);
      return { presses };
    });
  }

  #set(name, press) {
    this.store.update((state) => ({ presses: new Map(state.presses).set(name, press) }));
  }
}

async function askOnce(call) {
  try {
    return { answer: await call() };
  } catch (failure) {
    return { problem: failure.problem ?? { code: 'UNREACHABLE' }, definite: failure.definite === true };
  }
}

function newestDeed(state) {
  return state.figures?.deeds[0]?.sequence ?? 0;
}

/**
 * What another operator did to the same thing between what this console had seen and its own record, or in answer to it: of two
 * who do opposite things at once the later one counts, and has to know.
 *
 * @returns the newest such deed, or null
 */
export function crossing(press, deeds, own) {
  if (!press || press.state === 'busy') return null;
  const before = press.sequence ?? press.problem?.sequence ?? Infinity;
  return (
    deeds.find(
      (deed) =>
        deed.sequence > press.seen &&
        deed.sequence < before &&
        deed.outcome === 'ACCEPTED' &&
        !own.has(deed.sequence) &&
        isAbout(deed, press.subject),
    ) ?? null
  );
}

function isAbout(deed, { offer, item, order, review, talk }) {
  // What becomes of an order stands in its story, not among the deeds.
  if (order || review || talk) return false;
  if (offer) return deed.offer === offer;
  if (item) return deed.item === item && deed.change !== undefined;
  return deed.type.startsWith('io.sluice.room.');
}
