/** How long one HTTP call may take before it counts as unanswered. */
const CALL_TIMEOUT_MS = 8_000;

/**
 * A call that was not answered as hoped.
 *
 * `definite` tells the two kinds apart: true when the server has decided (the same call would get the same answer),
 * false when nothing is known or nothing was done, so that the same call may be repeated.
 */
export class CallFailure extends Error {
  constructor(problem, definite, retryAfterMs = 0) {
    super(problem.code);
    this.problem = problem;
    this.code = problem.code;
    this.definite = definite;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The routes of `docs/openapi.yaml` that a viewer's page needs. */
export class Api {
  /** @param {() => string | null} token gives the current bearer token. */
  constructor(token) {
    this.token = token;
  }

  room(room) {
    return this.#call('GET', `/rooms/${room}`, { anonymous: true });
  }

  ticket(room) {
    return this.#call('POST', `/rooms/${room}/tickets`);
  }

  placeOrder(room, key, body) {
    return this.#call('POST', `/rooms/${room}/orders`, { body, headers: { 'Idempotency-Key': key } });
  }

  order(order) {
    return this.#call('GET', `/orders/${order}`);
  }

  myOrders(before) {
    return this.#call('GET', before ? `/me/orders?before=${before}` : '/me/orders');
  }

  cancelOrder(order) {
    return this.#call('POST', `/orders/${order}/cancel`);
  }

  /** Pays for an order that costs nothing. */
  confirmOrder(order) {
    return this.#call('POST', `/orders/${order}/confirm`);
  }

  /** The campaigns whose coupons may be claimed in a room. */
  campaigns(room) {
    return this.#call('GET', `/rooms/${room}/campaigns`, { anonymous: true });
  }

  /** @param place `{latitude, longitude}` as the viewer says, or an empty object. */
  claimCoupon(campaign, key, place) {
    return this.#call('POST', `/campaigns/${campaign}/claims`, { body: place, headers: { 'Idempotency-Key': key } });
  }

  myCoupons(before) {
    return this.#call('GET', before ? `/me/coupons?before=${before}` : '/me/coupons');
  }

  myPoints(before) {
    return this.#call('GET', before ? `/me/points?before=${before}` : '/me/points');
  }

  /** A place in the waiting line of an offer; the same again is the same place. */
  joinLine(room, offer, units) {
    return this.#call('PUT', `/rooms/${room}/offers/${offer}/place`, { body: { units } });
  }

  leaveLine(room, offer) {
    return this.#call('DELETE', `/rooms/${room}/offers/${offer}/place`);
  }

  /** The viewer's places in waiting lines, of all rooms. */
  myPlaces() {
    return this.#call('GET', '/me/places');
  }

  /** To be told when the show of a room begins; the same again is the same. */
  bookShow(room) {
    return this.#call('PUT', `/rooms/${room}/booking`);
  }

  unbookShow(room) {
    return this.#call('DELETE', `/rooms/${room}/booking`);
  }

  /** The shows that are booked and have not begun. */
  myBookings() {
    return this.#call('GET', '/me/bookings');
  }

  /** What buyers say of an offer's item, those before `before`. */
  reviews(room, offer, limit, before) {
    const path = `/rooms/${room}/offers/${offer}/reviews?limit=${limit}`;
    return this.#call('GET', before ? `${path}&before=${before}` : path);
  }

  /** The viewer's own reviews, and what became of them. */
  myReviews() {
    return this.#call('GET', '/me/reviews');
  }

  /** @param review `{offer, stars, text, image}`; the same again is the same review. */
  writeReview(order, review) {
    return this.#call('POST', `/orders/${order}/reviews`, { body: review });
  }

  /** Who an order counts for, and why. */
  attribution(order) {
    return this.#call('GET', `/orders/${order}/attribution`);
  }

  /** What a share code says. */
  shareCode(share) {
    return this.#call('GET', `/share-codes/${encodeURIComponent(share)}`, { anonymous: true });
  }

  /** A code of the viewer's own that leads to a room. */
  makeShare(room) {
    return this.#call('POST', '/share-codes', { body: { room } });
  }

  touch(share) {
    return this.#call('POST', '/touches', { body: { share } });
  }

  /** The same, and into the code's group. */
  joinGroup(share) {
    return this.#call('POST', '/touches', { body: { share, join: true } });
  }

  /** What was earned, summed up by `by` from `from` to `to`. */
  statement(question) {
    return this.#call('GET', `/me/statement?${new URLSearchParams(question)}`);
  }

  /** The single entries of what was earned, the newest first. */
  entries(question) {
    return this.#call('GET', `/me/statement/entries?${new URLSearchParams(question)}`);
  }

  /** The same as a table: `{ blob, fileName }`. */
  entriesTable(question) {
    const path = `/me/statement/entries?${new URLSearchParams({ ...question, format: 'csv' })}`;
    return this.#call('GET', path, { read: tableOf });
  }

  reportComment(room, comment) {
    return this.#call('POST', `/rooms/${room}/comments/${comment}/report`);
  }

  appeal(text) {
    return this.#call('POST', '/me/appeal', { body: { text } });
  }

  demoToken(subject) {
    return this.#call('POST', '/demo/tokens', { body: { role: 'viewer', subject }, anonymous: true });
  }

  demoPayment(order) {
    return this.#call('POST', '/demo/payments', { body: { order } });
  }

  #call(method, path, options) {
    return callApi(this.token, method, path, options);
  }
}

/**
 * One call below `/api/v1`. Throws a CallFailure when it is refused or not answered in time.
 *
 * @param {() => string | null} token gives the current bearer token.
 */
export async function callApi(token, method, path, options = {}) {
  const { body, headers = {}, anonymous = false, read = (answer) => answer.json() } = options;
  const request = { method, headers: { Accept: 'application/json', ...headers }, cache: 'no-store' };
  if (!anonymous && token()) request.headers.Authorization = `Bearer ${token()}`;
  if (body !== undefined) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), CALL_TIMEOUT_MS);
  try {
    const response = await fetch(`/api/v1${path}`, { ...request, signal: abort.signal });
    return await answerOf(response, read);
  } catch (failure) {
    if (failure instanceof CallFailure) throw failure;
    throw new CallFailure({ code: 'UNREACHABLE', status: 0 }, false);
  } finally {
    clearTimeout(timer);
  }
}

/** A file, and what the server calls it. */
export async function tableOf(response) {
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition'));
  return { blob: await response.blob(), fileName: named?.[1] ?? 'entries.csv' };
}

async function answerOf(response, read) {
  if (response.ok) return read(response);
  const problem = await response.json().catch(() => ({}));
  if (typeof problem.code !== 'string') problem.code = response.status >= 500 ? 'INTERNAL' : 'UNEXPECTED';
  problem.status = response.status;
  const wait = Number(response.headers.get('Retry-After')) || problem.retryAfterSeconds || 0;
  throw new CallFailure(problem, isDefinite(response.status), wait * 1000);
}

/** 401 is not about the order: with a new token the same call is answered. 408, 429 and 5xx did or say nothing. */
function isDefinite(status) {
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}
