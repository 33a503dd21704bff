/** The offers of tips, presents to the host, which have a row of their own. */
export function tipsOf(state) {
  return [...state.offers.values()].filter((offer) => offer.kind === 'TIP');
}

/** All other offers, in the order of their ids. */
export function goodsOf(state) {
  return [...state.offers.values()].filter((offer) => offer.kind !== 'TIP');
}
