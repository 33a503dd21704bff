/** A browser may refuse storage altogether (private windows); the visit then lives in memory only. */
export function stored(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

export function keep(storage, name, value) {
  try {
    window[storage].setItem(name, value);
  } catch {
    // Nothing to do: what could not be kept is asked for again.
  }
}
