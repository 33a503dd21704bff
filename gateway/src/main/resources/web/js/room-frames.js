import { readOffer } from './offer-time.js';

const COMMENTS_KEPT = 120;
const NEWS_KEPT = 12;
/** Of comments that were hidden; as many as the server tells of. */
const HIDDEN_KEPT = 200;

/** Sorts orders, the newest first. Order ids are digits of any length, too long for a number. */
export function newestFirst(a, b) {
  return b.order.length - a.order.length || (b.order > a.order ? 1 : b.order < a.order ? -1 : 0);
}

/** A `room` frame: it replaces everything known of the room but the comments already on the screen. */
export function applyRoom(state, frame) {
  const restarted = state.room !== null && frame.sequence < state.room.sequence;
  const hidden = withHidden(restarted ? new Set() : state.hidden, frame.hidden);
  return {
    room: {
      id: frame.room,
      title: frame.title,
      state: frame.state,
      startsAtMs: Date.parse(frame.startsAt),
      streamUrl: frame.streamUrl ?? null,
      booked: frame.booked ?? 0,
      sequence: frame.sequence,
    },
    offers: new Map(frame.offers.map((offer) => [offer.offer, readOffer(offer)])),
    pinned: frame.pinned,
    viewers: frame.viewers,
    likes: frame.likes,
    comments: withComments(restarted ? [] : state.comments, frame.comments, hidden),
    hidden,
    slowSeconds: frame.slowSeconds ?? 0,
    tippers: frame.tippers ?? [],
    rain: readRain(frame.rain),
    wasLive: true,
  };
}

/** A `tick` frame, or null when it tells nothing that the picture does not hold. */
export function applyTick(state, frame) {
  if (!state.room || frame.seq < state.room.sequence) return null;
  const room = { ...state.room, sequence: frame.seq, state: frame.state ?? state.room.state };
  if (frame.booked !== undefined) room.booked = frame.booked;
  const change = { room };
  if (frame.offers || frame.stock || frame.waiting) change.offers = withOffers(state.offers, frame);
  if (frame.pin !== undefined) change.pinned = frame.pin;
  if (frame.viewers !== undefined) change.viewers = frame.viewers;
  if (frame.likes !== undefined) change.likes = frame.likes;
  if (frame.hidden) change.hidden = withHidden(state.hidden, frame.hidden);
  if (frame.comments || frame.hidden) {
    change.comments = withComments(state.comments, frame.comments ?? [], change.hidden ?? state.hidden);
  }
  if (frame.slowSeconds !== undefined) change.slowSeconds = frame.slowSeconds;
  if (frame.shed) change.notShown = state.notShown + frame.shed;
  if (frame.bought) change.bought = withNews(state.bought, frame.seq, frame.bought, frame.boughtMore);
  if (frame.tips) change.tips = withNews(state.tips, frame.seq, frame.tips, frame.tipsMore);
  if (frame.tippers) change.tippers = frame.tippers;
  if (frame.rain !== undefined) change.rain = readRain(frame.rain) ?? over(state.rain);
  return change;
}

/** The answer to one's own comment; the same comment may come in a tick, before or after. */
export function applyOwnComment(state, { id, name, text }) {
  const comments = state.comments.filter((comment) => comment.id !== id);
  return { comments: withComments(comments, [{ id, name, text, own: true }], state.hidden) };
}

/**
 * Orders as answered or told; of two tellings of one order the later record wins. What was read has the record that placed it, and
 * is newer than what was known when it was asked for.
 *
 * @param {Map} [asked] the orders that were known then.
 */
export function withOrders(known, told, asked = new Map()) {
  const orders = new Map(known);
  for (const order of told) {
    const before = orders.get(order.order);
    if (!before || before === asked.get(order.order) || order.sequence >= before.sequence) {
      orders.set(order.order, { ...order, payByMs: Date.parse(order.payBy) });
    }
  }
  return orders;
}

/** `id` tells one rain from the next of the same campaign. */
function readRain(rain) {
  return rain ? { ...rain, untilMs: Date.parse(rain.until), id: `${rain.campaign}-${rain.until}` } : null;
}

/** A rain of which nothing is left: who caught a coupon still reads so. */
function over(rain) {
  return rain && { ...rain, over: true };
}

function withOffers(known, { offers = [], stock = {}, waiting = {} }) {
  const next = new Map(known);
  for (const offer of offers) next.set(offer.offer, readOffer(offer));
  const change = (figures, name) => {
    for (const [id, figure] of Object.entries(figures)) {
      const offer = next.get(Number(id));
      if (offer) next.set(offer.offer, { ...offer, [name]: figure });
    }
  };
  change(stock, 'available');
  change(waiting, 'waiting');
  return next;
}

/** What a moderator hid is shown no more, whichever comes first, the comment or the news of its end. */
function withComments(known, more, hidden) {
  const ids = new Set(known.map((comment) => comment.id));
  const fresh = more.filter((comment) => !ids.has(comment.id));
  if (fresh.length === 0 && !known.some((comment) => hidden.has(comment.id))) return known;
  return [...known, ...fresh]
    .filter((comment) => !hidden.has(comment.id))
    .sort((a, b) => a.id - b.id)
    .slice(-COMMENTS_KEPT);
}

function withHidden(known, more = []) {
  return more.length === 0 ? known : new Set([...known, ...more].slice(-HIDDEN_KEPT));
}

/** Orders or tips of a tick behind those before; the last says how many more there were. */
function withNews(known, seq, news, more = 0) {
  const fresh = news.map((one, index) => ({ ...one, id: `${seq}-${index}` }));
  if (more > 0) fresh[fresh.length - 1].more = more;
  return [...known, ...fresh].slice(-NEWS_KEPT);
}
