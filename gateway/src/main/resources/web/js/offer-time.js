/** The price of an offer at a moment of the server: a window's from `from` until before `to`, else the list price. */
export function priceAt(offer, nowMs) {
  return windowAt(offer, nowMs)?.priceFen ?? offer.listPriceFen;
}

/** What the server's clock makes of the offer: UPCOMING, ON_SALE or CLOSED. Stock plays no part. */
export function stateAt(offer, nowMs) {
  if (offer.opensAtMs === null || nowMs < offer.opensAtMs) return 'UPCOMING';
  return offer.closesAtMs !== null && nowMs >= offer.closesAtMs ? 'CLOSED' : 'ON_SALE';
}

/**
 * The one countdown worth showing for an offer.
 *
 * @returns {{kind: 'opens'|'rises'|'falls'|'closes', atMs: number, priceFen?: number} | null}
 */
export function countdownAt(offer, nowMs) {
  const state = stateAt(offer, nowMs);
  if (state === 'CLOSED') return null;
  if (state === 'UPCOMING') return offer.opensAtMs === null ? null : { kind: 'opens', atMs: offer.opensAtMs };
  const price = priceAt(offer, nowMs);
  const change = nextPrice(offer, nowMs, price);
  const closes = offer.closesAtMs === null ? Infinity : offer.closesAtMs;
  if (change && change.atMs < closes) {
    return { kind: change.priceFen > price ? 'rises' : 'falls', ...change };
  }
  return closes === Infinity ? null : { kind: 'closes', atMs: closes };
}

/** An offer as the server sends it, with its times as numbers, so that no view parses dates. */
export function readOffer(picture) {
  const ms = (iso) => (iso === undefined ? null : Date.parse(iso));
  return {
    ...picture,
    opensAtMs: ms(picture.opensAt),
    closesAtMs: ms(picture.closesAt),
    priceWindows: picture.priceWindows.map((window) => ({
      fromMs: ms(window.from),
      toMs: ms(window.to),
      priceFen: window.priceFen,
    })),
  };
}

function windowAt(offer, nowMs) {
  return offer.priceWindows.find((window) => nowMs >= window.fromMs && nowMs < window.toMs);
}

function nextPrice(offer, nowMs, price) {
  const edges = offer.priceWindows.flatMap((window) => [window.fromMs, window.toMs]).filter((edge) => edge > nowMs);
  edges.sort((a, b) => a - b);
  const atMs = edges.find((edge) => priceAt(offer, edge) !== price);
  return atMs === undefined ? null : { atMs, priceFen: priceAt(offer, atMs) };
}
