import { h, tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const { span, fieldset, legend, input, label, div } = tag;

export const MOST_STARS = 5;
const ALL = Array.from({ length: MOST_STARS }, (_, index) => index + 1);

/** So many of five, said in words to who does not see them. */
export function stars(given) {
  return span(
    { class: 'stars', role: 'img', 'aria-label': t('review.stars', { n: given }) },
    ALL.map((n) => icon('star', n <= Math.round(given) ? 'is-given' : '')),
  );
}

/** One of five to choose: a group of radio buttons, so that arrow keys go from one to the next. */
export function starChoice({ name, value, fault, onChoose }) {
  return fieldset(
    { class: 'star-choice', 'aria-describedby': fault ? `${name}-fault` : undefined },
    legend({ class: 'review-label' }, t('review.yourStars')),
    div(
      { class: 'star-row' },
      ALL.map((n) =>
        label(
          { key: n, class: `star ${n <= value ? 'is-given' : ''}` },
          input({
            type: 'radio',
            name,
            value: n,
            checked: n === value,
            class: 'star-input',
            'aria-label': t('review.stars', { n }),
            'data-testid': `stars-${n}`,
            onChange: () => onChoose(n),
          }),
          h('span', { class: 'star-picture', 'aria-hidden': 'true' }, icon('star')),
        ),
      ),
    ),
  );
}
