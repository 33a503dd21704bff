import { Component, h, tag } from '../lib.js';
import { reviewKey } from '../reviews.js';
import { sentence, t } from '../i18n.js';
import { icon } from './icons.js';
import { starChoice } from './stars.js';

const { button, div, form, input, label, p, span, strong, textarea } = tag;

/** What the server takes, in bytes of UTF-8. */
const MOST_BYTES = 600;
const MOST_ADDRESS = 512;
const BYTES = new TextEncoder();
const OWN_ICONS = { WAITING: 'clock', APPROVED: 'check', CASE: 'check', REJECTED: 'alert' };

/** One button for each offer of a paid order. */
export function reviewButtons({ state, page, order }) {
  if (order.state !== 'PAID') return null;
  const offers = [...new Map(order.lines.map((line) => [line.offer, line])).keys()];
  return div(
    { class: 'review-buttons' },
    offers.map((offer) => {
      const own = ownReview(state, offer);
      const title = state.offers.get(offer)?.title ?? t('order.item', { n: offer });
      return button(
        {
          key: offer,
          type: 'button',
          class: 'quiet',
          'aria-label': t('review.writeOf', { title }),
          'data-testid': `write-review-${order.order}-${offer}`,
          'data-state': own?.state,
          onClick: () => page.openSheet({ name: 'review', order: order.order, offer }),
        },
        icon(OWN_ICONS[own?.state] ?? 'star'),
        t(own ? `review.own.${own.state}` : 'review.write'),
      );
    }),
  );
}

/** What the viewer wrote of an offer's item, in this room or elsewhere. */
function ownReview(state, offer) {
  return state.ownReviews.get(state.offers.get(offer)?.item);
}

/** The drawer to write in. */
export function reviewSheet({ state, page }) {
  const { order, offer } = state.sheet;
  return h(ReviewForm, { key: reviewKey(order, offer), state, page, order, offer });
}

/** Stars, a text and perhaps the address of a picture; it begins with what the viewer wrote before. */
class ReviewForm extends Component {
  constructor({ state, offer }) {
    super();
    const own = ownReview(state, offer);
    this.state = { stars: own?.stars ?? 0, text: own?.text ?? '', image: own?.image ?? '', tried: false };
  }

  /** Line ends are spaces: a review is one paragraph. */
  words() {
    return this.state.text.replace(/\s+/g, ' ').trim();
  }

  faults() {
    const { stars, image } = this.state;
    const words = this.words();
    const address = image.trim();
    return {
      stars: stars === 0 ? t('review.fault.stars') : null,
      text: words === '' ? t('review.fault.text') : BYTES.encode(words).length > MOST_BYTES ? t('review.fault.long') : null,
      image: address === '' || (/^https:\/\/[!-~]+$/.test(address) && address.length <= MOST_ADDRESS) ? null : t('review.fault.image'),
    };
  }

  async send(event) {
    event.preventDefault();
    this.setState({ tried: true });
    if (Object.values(this.faults()).some(Boolean)) return;
    const { page, order, offer } = this.props;
    const image = this.state.image.trim();
    await page.writeReview(order, offer, { stars: this.state.stars, text: this.words(), ...(image && { image }) });
  }

  render({ state, order, offer }) {
    const writing = state.reviewing.get(reviewKey(order, offer));
    const title = state.offers.get(offer)?.title ?? t('order.item', { n: offer });
    const faults = this.state.tried ? this.faults() : {};
    const busy = writing?.phase === 'sending';
    return form(
      { class: 'review-form', noValidate: true, 'data-testid': 'review-form', onSubmit: (event) => this.send(event) },
      strong({ class: 'reviews-title' }, title),
      standing(ownReview(state, offer)),
      starChoice({ name: 'review-stars', value: this.state.stars, fault: faults.stars, onChoose: (stars) => this.setState({ stars }) }),
      fault('review-stars', faults.stars),
      label({ class: 'review-label', for: 'review-text' }, t('review.text')),
      textarea({
        id: 'review-text',
        class: 'review-input',
        rows: 4,
        maxlength: MOST_BYTES,
        value: this.state.text,
        'data-testid': 'review-text',
        ...faultOf('review-text', faults.text),
        onInput: (event) => this.setState({ text: event.target.value }),
      }),
      fault('review-text', faults.text),
      label({ class: 'review-label', for: 'review-image' }, t('review.image')),
      input({
        id: 'review-image',
        type: 'url',
        class: 'review-input',
        placeholder: 'https://…',
        value: this.state.image,
        'data-testid': 'review-image',
        ...faultOf('review-image', faults.image),
        onInput: (event) => this.setState({ image: event.target.value }),
      }),
      fault('review-image', faults.image),
      p({ class: 'fine' }, t('review.fine')),
      writing?.phase === 'failed' &&
        p({ class: 'buy-note buy-note-bad', role: 'alert', 'data-testid': 'review-refused' }, icon('alert'), span(null, sentence(writing.problem?.code ?? 'UNREACHABLE'))),
      button(
        { type: 'submit', class: 'primary wide', 'aria-disabled': busy ? 'true' : undefined, 'aria-busy': busy ? 'true' : undefined, 'data-testid': 'review-send' },
        busy && span({ class: 'spinner', 'aria-hidden': 'true' }),
        t('review.send'),
      ),
    );
  }
}

/** Where the one before stands, and why it was rejected. */
function standing(own) {
  if (!own) return null;
  const text = own.state === 'REJECTED' && own.reason ? t('review.because', { reason: own.reason }) : t(`review.standing.${own.state}`);
  return p({ class: 'fine', 'data-testid': 'review-standing' }, text);
}

function faultOf(id, text) {
  return { 'aria-invalid': text ? 'true' : undefined, 'aria-describedby': text ? `${id}-fault` : undefined };
}

function fault(id, text) {
  return text && p({ class: 'review-fault', id: `${id}-fault`, role: 'alert', 'data-testid': `fault-${id}` }, text);
}
