import { tag } from '../lib.js';
import { yuan } from '../format.js';
import { t } from '../i18n.js';
import { chosenCoupon, fittingCoupons } from '../coupons.js';
import { buyStatus, chosenUnits } from '../buy-status.js';

const { label, select, option, span } = tag;

/** Kinds of `buyStatus` in which the viewer may still choose. */
const CHOOSABLE = new Set(['onSale', 'priceChanged', 'offline', 'called']);
const WHOLE = 10_000;

/** What a coupon or a campaign takes off, and from which sum on. */
export function couponTerms({ discountFen, basisPoints, minimumFen }) {
  const most = yuan(discountFen);
  const off =
    basisPoints === 0
      ? t('coupon.off', { price: most })
      : basisPoints === WHOLE
        ? t('coupon.free', { price: most })
        : t('coupon.share', { percent: basisPoints / 100, fold: (WHOLE - basisPoints) / 1000, price: most });
  return minimumFen > 1 ? t('coupon.from', { off, price: yuan(minimumFen) }) : off;
}

/**
 * Which of the viewer's coupons the order will use, the best first, and none; absent while none fits.
 *
 * @param place tells the choices of one offer apart, which may stand on the page twice.
 */
export function couponChoice({ state, page, offer, nowMs, place = offer.offer }) {
  if (!CHOOSABLE.has(buyStatus(state, offer, nowMs).kind)) return null;
  const units = chosenUnits(state, offer, nowMs);
  const fitting = fittingCoupons(state, offer, units, nowMs);
  if (fitting.length === 0) return null;
  const chosen = chosenCoupon(state, offer, units, nowMs);
  const { totalFen } = buyStatus(state, offer, nowMs);
  const choices = fitting.map(({ coupon, takenFen }) => ({
    value: coupon.coupon,
    text: t('coupon.choice', { price: yuan(takenFen), title: coupon.title }),
  }));
  choices.push({ value: '', text: t('coupon.none') });
  return label(
    { class: 'coupon-choice', 'data-testid': `coupon-choice-${place}` },
    span({ class: 'coupon-choice-label' }, t('coupon.use')),
    select(
      {
        class: 'coupon-choice-list',
        'data-testid': `coupon-${place}`,
        value: chosen?.coupon.coupon ?? '',
        onChange: (event) => page.chooseCoupon(offer.offer, event.target.value),
      },
      choices.map(({ value, text }) => option({ key: value, value, selected: value === (chosen?.coupon.coupon ?? '') }, text)),
    ),
    span(
      { class: 'coupon-choice-total', 'data-testid': `total-${place}` },
      t(chosen ? 'coupon.total' : 'coupon.fullTotal', { price: yuan(totalFen) }),
    ),
  );
}
