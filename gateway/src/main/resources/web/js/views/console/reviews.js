import { Component, h, tag } from '../../lib.js';
import { localeTag, sentence, t } from '../../i18n.js';
import { shortTime } from '../../format.js';
import { icon } from '../icons.js';
import { reviewPicture } from '../reviews.js';
import { stars } from '../stars.js';
import { field } from './fields.js';
import { Modal } from './modal.js';
import { note } from './note.js';
import { pressButton } from './press.js';

const { button, div, form, h2, li, p, section, span, strong, ul } = tag;

const STATES = ['WAITING', 'APPROVED', 'CASE', 'REJECTED'];
const MOST_REASON_BYTES = 200;

/** What buyers wrote, of all shows' items: to be approved, rejected, or put before the others. */
export function reviews(view) {
  return h(ReviewTab, { view });
}

class ReviewTab extends Component {
  componentDidMount() {
    this.props.view.page.reviews.open();
  }

  componentWillUnmount() {
    this.props.view.page.reviews.close();
  }

  render({ view }) {
    const { judging } = view.state;
    return section(
      { class: 'panel-card judging', 'aria-labelledby': 'judging-title' },
      div({ class: 'judging-head' }, h2({ class: 'card-title', id: 'judging-title' }, t('console.reviews')), choice(view)),
      judging.last && note(view, `review-${judging.last}`),
      judging.failed && p({ class: 'card-none', role: 'alert' }, sentence(judging.failed)),
      judging.list?.length === 0 && p({ class: 'card-none', role: 'status', 'data-testid': 'no-reviews' }, t(`console.noReviews.${judging.state}`)),
      ul(
        { class: 'judging-list', 'data-testid': 'judging', 'data-state': judging.state },
        (judging.list ?? []).map((review) => entry(view, review)),
      ),
      judging.next && p({ class: 'card-none' }, t('console.reviewsMore')),
    );
  }
}

function choice({ state: { judging }, page }) {
  return div(
    { class: 'judging-choice', role: 'group', 'aria-label': t('console.reviewStates') },
    STATES.map((state) =>
      button(
        {
          key: state,
          type: 'button',
          class: 'judging-state',
          'aria-pressed': String(state === judging.state),
          'data-testid': `reviews-${state}`,
          onClick: () => page.reviews.show(state),
        },
        t(`console.reviewState.${state}`),
        state === 'WAITING' && judging.waiting > 0 && span({ class: 'judging-waiting', 'data-testid': 'reviews-waiting' }, judging.waiting),
      ),
    ),
  );
}

function entry(view, review) {
  return li(
    { key: review.review, class: `judged is-${review.state.toLowerCase()}`, 'data-testid': `review-${review.review}` },
    div(
      { class: 'judged-text' },
      div(
        { class: 'review-head' },
        strong({ class: 'judged-item' }, review.title ?? t('order.item', { n: review.item })),
        stars(review.stars),
      ),
      p({ class: 'review-text' }, review.text),
      review.state === 'WAITING' ? review.image && p({ class: 'judged-facts' }, review.image) : reviewPicture(review),
      p({ class: 'judged-facts' }, facts(review)),
      review.reason && p({ class: 'judged-reason' }, t('console.reviewReason', { reason: review.reason })),
    ),
    div({ class: 'judged-buttons' }, buttons(view, review)),
  );
}

function facts(review) {
  return [
    review.name,
    t('console.reviewViewer', { n: review.viewer }),
    t('order.number', { n: review.order }),
    shortTime(review.at, localeTag()),
    review.operator && t('console.operator', { n: review.operator }),
    t('console.record', { n: review.judgedSequence ?? review.writtenSequence }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function buttons({ page }, review) {
  const { state } = review;
  const press = (name, to, glyph, className = 'act') =>
    pressButton({
      page,
      name: `review-${review.review}`,
      testId: `${name}-${review.review}`,
      className,
      label: t(`console.review.${name}Of`, { n: review.review }),
      children: [icon(glyph), t(`console.review.${name}`)],
      onPress: () => page.reviews.judge(review, to),
    });
  return [
    (state === 'WAITING' || state === 'REJECTED') && press('approve', 'APPROVED', 'check', 'act act-main'),
    state === 'APPROVED' && press('case', 'CASE', 'star', 'act act-main'),
    state === 'CASE' && press('uncase', 'APPROVED', 'minus'),
    state !== 'REJECTED' &&
      button(
        {
          type: 'button',
          class: 'act',
          'aria-label': t('console.review.rejectOf', { n: review.review }),
          'data-testid': `reject-${review.review}`,
          disabled: page.presses.isBusy(`review-${review.review}`),
          onClick: () => page.ask({ name: 'reject', review }),
        },
        icon('close'),
        t(state === 'WAITING' ? 'console.review.reject' : 'console.review.takeDown'),
      ),
  ];
}

/** A rejection says why, for whoever looks at it later. */
export class RejectForm extends Component {
  state = { reason: '', tried: false };

  fault() {
    const bytes = new TextEncoder().encode(this.state.reason.trim()).length;
    return bytes === 0 ? t('console.fault.missing') : bytes > MOST_REASON_BYTES ? t('console.fault.long') : null;
  }

  async send(event, { view, review }) {
    event.preventDefault();
    this.setState({ tried: true });
    if (this.fault()) return;
    await view.page.reviews.judge(review, 'REJECTED', this.state.reason.trim());
    view.page.ask(null);
  }

  render({ view, review, ends }) {
    const { page } = view;
    return h(
      Modal,
      { title: t('console.rejectTitle'), kind: 'is-question', onClose: () => page.ask(null) },
      form(
        { class: 'modal-form', noValidate: true, onSubmit: (event) => this.send(event, this.props) },
        p({ class: 'modal-text' }, review.text),
        field({
          name: 'reason',
          text: t('console.field.reason'),
          value: this.state.reason,
          fault: this.state.tried ? this.fault() : null,
          autofocus: true,
          onInput: (reason) => this.setState({ reason }),
        }),
        ends({ page, busy: page.presses.isBusy(`review-${review.review}`), send: t('console.rejectYes'), testId: 'confirm', isGrave: true }),
      ),
    );
  }
}
