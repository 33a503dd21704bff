import { h, tag } from '../lib.js';
import { longDay } from '../format.js';
import { localeTag, t } from '../i18n.js';
import { icon } from './icons.js';
import { stars } from './stars.js';

const { article, button, div, h3, li, p, span, strong, ul } = tag;

/** Opens what buyers say of an offer. */
export function reviewsButton({ page, offer }) {
  return button(
    {
      type: 'button',
      class: 'reviews-open',
      'aria-label': t('review.openOf', { title: offer.title }),
      'aria-haspopup': 'dialog',
      'data-testid': `reviews-${offer.offer}`,
      onClick: () => page.openSheet({ name: 'reviews', offer: offer.offer }),
    },
    icon('star'),
    t('review.open'),
  );
}

/** The customer cases first, then the others, the newest first. */
export function reviewsSheet({ state, page }) {
  const { offer } = state.sheet;
  const reviews = state.reviews.get(offer);
  if (!reviews?.loaded) return reviews?.failed ? failure(page, offer) : p({ class: 'empty', role: 'status' }, t('review.loading'));
  return div(
    { class: 'reviews', 'data-testid': 'reviews' },
    head(state.offers.get(offer), reviews),
    reviews.count === 0 && nothing(),
    reviews.cases.length > 0 && list('cases', t('review.cases'), reviews.cases),
    reviews.list.length > 0 && list('others', t('review.others'), reviews.list),
    reviews.failed && failure(page, offer),
    reviews.next &&
      button({ type: 'button', class: 'quiet wide', 'data-testid': 'more-reviews', onClick: () => page.loadMoreReviews(offer) }, t('order.more')),
  );
}

function head(offer, { count, averageTenths }) {
  return div(
    { class: 'reviews-head' },
    strong({ class: 'reviews-title' }, offer?.title ?? ''),
    averageTenths !== null &&
      div(
        { class: 'reviews-average' },
        strong({ class: 'reviews-mark', 'data-testid': 'average' }, (averageTenths / 10).toFixed(1)),
        stars(averageTenths / 10),
        span({ class: 'reviews-count', 'data-testid': 'review-count' }, t('review.count', { n: count })),
      ),
  );
}

function nothing() {
  return div({ class: 'empty' }, icon('star', 'empty-icon'), p({ class: 'empty-title' }, t('review.none')), p(null, t('review.noneBody')));
}

function list(name, title, reviews) {
  return [
    h3({ class: 'reviews-part', id: `reviews-${name}` }, title),
    ul({ class: 'review-list', 'aria-labelledby': `reviews-${name}`, 'data-testid': `reviews-${name}` }, reviews.map((review) => entry(review, name))),
  ];
}

function entry(review, name) {
  return li(
    { key: review.review, class: `review ${name === 'cases' ? 'is-case' : ''}` },
    article(
      null,
      div(
        { class: 'review-head' },
        span({ class: 'review-name' }, review.name),
        stars(review.stars),
        span({ class: 'review-when' }, longDay(review.at, localeTag())),
      ),
      p({ class: 'review-text' }, review.text),
      reviewPicture(review),
    ),
  );
}

/** A picture from elsewhere: its server does not learn from which page it was asked for. */
export function reviewPicture({ image, name }) {
  if (!image) return null;
  return h('img', { class: 'review-picture', src: image, alt: t('review.pictureOf', { name }), loading: 'lazy', referrerpolicy: 'no-referrer' });
}

function failure(page, offer) {
  return div(
    { class: 'empty' },
    p(null, t('review.failed')),
    button({ type: 'button', class: 'quiet', onClick: () => page.loadReviews(offer) }, t('order.reload')),
  );
}
