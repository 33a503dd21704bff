import { tag } from '../lib.js';
import { longDay, shortTime } from '../format.js';
import { localeTag, sentence, t } from '../i18n.js';
import { couponTerms } from './coupon.js';
import { icon } from './icons.js';

const { button, details, div, h3, li, p, section, span, strong, summary, ul } = tag;

/** Phases of a claim in which it is under way. */
const BUSY = new Set(['sending', 'locating']);

/** Coupons that may be claimed, the viewer's own, and points. */
export function walletSheet(view) {
  return div({ class: 'wallet', 'data-testid': 'wallet' }, claimable(view), mine(view), pointsOf(view));
}

/** Opens it; a number on it says how many campaigns there are to claim of. */
export function walletButton({ state, page }) {
  const open = state.campaigns.list.filter((campaign) => !isTaken(state, campaign)).length;
  return button(
    {
      type: 'button',
      class: 'tip wallet-button',
      'aria-label': t('wallet.open', { n: open }),
      'aria-haspopup': 'dialog',
      'data-testid': 'open-wallet',
      onClick: () => page.openSheet({ name: 'wallet' }),
    },
    icon('ticket'),
    span({ class: 'tip-title' }, t('wallet.button')),
    open > 0 && span({ class: 'tip-price' }, open),
  );
}

function isTaken(state, campaign) {
  const claim = state.claims.get(campaign.campaign);
  return claim?.phase === 'claimed' || claim?.problem?.code === 'CLAIM_LIMIT';
}

function claimable({ state, page, nowMs }) {
  const { list, loaded, failed } = state.campaigns;
  return section(
    { class: 'wallet-part', 'aria-labelledby': 'claimable-title' },
    h3({ id: 'claimable-title', class: 'wallet-title' }, t('claim.title')),
    failed && failure(page),
    loaded && list.length === 0 && p({ class: 'wallet-nothing' }, t('claim.nothing')),
    ul(
      { class: 'coupons' },
      list.map((campaign) => campaignCard({ state, page, campaign, nowMs })),
    ),
  );
}

function campaignCard({ state, page, campaign, nowMs }) {
  const claim = state.claims.get(campaign.campaign);
  const opens = Date.parse(campaign.claimFrom);
  const facts = [
    audienceText(campaign.audience),
    offersText(state, campaign),
    t('coupon.left', { n: campaign.left }),
    opens > nowMs ? t('claim.from', { time: time(campaign.claimFrom) }) : t('claim.until', { time: time(claimEnd(campaign)) }),
  ];
  return li(
    { key: campaign.campaign, class: 'coupon', 'data-testid': `campaign-${campaign.campaign}`, 'data-state': claim?.phase },
    div(
      { class: 'coupon-text' },
      strong({ class: 'coupon-terms' }, couponTerms(campaign)),
      span({ class: 'coupon-title' }, campaign.title),
      span({ class: 'coupon-facts' }, facts.filter(Boolean).join(' · ')),
      campaign.audience.kind === 'NEARBY' && span({ class: 'coupon-facts' }, t('claim.position')),
    ),
    claimButton({ page, campaign, claim }),
    claim?.problem &&
      p({ class: 'buy-note buy-note-bad', 'data-testid': `claim-note-${campaign.campaign}` }, icon('alert'), span(null, sentence(claim.problem.code))),
  );
}

function claimEnd(campaign) {
  return campaign.rain?.until ?? campaign.claimTo;
}

function claimButton({ page, campaign, claim }) {
  const busy = BUSY.has(claim?.phase);
  const taken = claim?.phase === 'claimed';
  const text = claimCaption(campaign, claim);
  return button(
    {
      type: 'button',
      class: `claim ${taken ? 'claim-taken' : ''}`,
      'aria-label': `${text}: ${campaign.title}`,
      'aria-disabled': busy ? 'true' : undefined,
      'aria-busy': busy ? 'true' : undefined,
      'data-testid': `claim-${campaign.campaign}`,
      onClick: () => busy || page.claim(campaign),
    },
    busy && span({ class: 'spinner', 'aria-hidden': 'true' }),
    span(null, text),
  );
}

function claimCaption(campaign, claim) {
  if (claim?.phase === 'locating') return t('claim.locating');
  if (claim?.phase === 'sending') return t('claim.sending');
  if (claim?.phase === 'unknown') return t('buy.retry');
  if (claim?.phase === 'claimed') return t(campaign.perViewer > 1 ? 'claim.another' : 'claim.taken');
  if (campaign.points > 0) return t('claim.forPoints', { n: campaign.points });
  return t(campaign.audience.kind === 'NEARBY' ? 'claim.nearby' : 'claim.button');
}

function audienceText(audience) {
  return t(`audience.${audience.kind}`, {
    days: audience.memberDays,
    km: audience.radiusMetres / 1000,
    minutes: Math.ceil((audience.watchedSeconds ?? 0) / 60),
  });
}

/** The first offer by its name, where this room has it. */
function offersText(state, { offers }) {
  if (!offers) return t('coupon.everything');
  const known = offers.map((offer) => state.offers.get(offer)?.title).filter(Boolean);
  return known.length > 0 && offers.length === 1 ? t('coupon.only', { title: known[0] }) : t('coupon.some');
}

function mine({ state, page, nowMs }) {
  const { loaded, failed, next } = state.couponsPage;
  const coupons = [...state.coupons.values()].sort((a, b) => Number(b.coupon) - Number(a.coupon));
  coupons.sort((a, b) => (standing(b, nowMs) === 'CLAIMED') - (standing(a, nowMs) === 'CLAIMED'));
  return section(
    { class: 'wallet-part', 'aria-labelledby': 'coupons-title' },
    h3({ id: 'coupons-title', class: 'wallet-title' }, t('coupon.mine')),
    failed && failure(page),
    loaded && coupons.length === 0 && p({ class: 'wallet-nothing' }, t('coupon.nothing')),
    ul(
      { class: 'coupons', 'data-testid': 'my-coupons' },
      coupons.map((coupon) => couponCard({ state, coupon, nowMs })),
    ),
    next && button({ type: 'button', class: 'quiet wide', onClick: () => page.loadMoreCoupons() }, t('order.more')),
  );
}

/** The server says EXPIRED when it is asked; the page notices by the core's time. */
function standing(coupon, nowMs) {
  return coupon.state === 'CLAIMED' && nowMs >= coupon.expiresAtMs ? 'EXPIRED' : coupon.state;
}

function couponCard({ state, coupon, nowMs }) {
  const now = standing(coupon, nowMs);
  const facts = [
    offersText(state, coupon),
    t('coupon.until', { time: time(coupon.expiresAt) }),
    coupon.order && t('order.number', { n: coupon.order }),
    coupon.byPosition && t('coupon.byPosition'),
  ];
  return li(
    { key: coupon.coupon, class: `coupon coupon-${now.toLowerCase()}`, 'data-testid': `coupon-card-${coupon.coupon}`, 'data-state': now },
    div(
      { class: 'coupon-text' },
      strong({ class: 'coupon-terms' }, couponTerms(coupon)),
      span({ class: 'coupon-title' }, coupon.title),
      span({ class: 'coupon-facts' }, facts.filter(Boolean).join(' · ')),
    ),
    span({ class: `state state-coupon-${now.toLowerCase()}` }, t(`coupon.state.${now}`)),
  );
}

function pointsOf({ state, page }) {
  const { loaded, balance, moves, next } = state.points;
  if (!loaded) return null;
  return section(
    { class: 'wallet-part', 'aria-labelledby': 'points-title' },
    div(
      { class: 'points-head' },
      h3({ id: 'points-title', class: 'wallet-title' }, t('points.title')),
      strong({ class: 'points-balance', 'data-testid': 'points-balance', 'data-points': balance }, balance),
    ),
    moves.length === 0 && p({ class: 'wallet-nothing' }, t('points.nothing')),
    moves.length > 0 &&
      details(
        { class: 'points-history', 'data-testid': 'points-history' },
        summary(null, t('points.history')),
        ul(
          null,
          moves.map((move) => moveRow(move)),
        ),
        next && button({ type: 'button', class: 'quiet wide', onClick: () => page.loadMorePoints() }, t('order.more')),
      ),
  );
}

function moveRow(move) {
  const facts = [
    time(move.at),
    move.order && t('order.number', { n: move.order }),
    move.expiresAt && t('coupon.until', { time: longDay(move.expiresAt, localeTag()) }),
  ];
  return li(
    { key: move.move, class: 'points-move' },
    div({ class: 'coupon-text' }, span(null, t(`points.${move.reason}`)), span({ class: 'coupon-facts' }, facts.filter(Boolean).join(' · '))),
    strong({ class: 'points-moved' }, move.points > 0 ? `+${move.points}` : `−${-move.points}`),
  );
}

function failure(page) {
  return div(
    { class: 'empty' },
    p(null, t('wallet.failed')),
    button({ type: 'button', class: 'quiet', onClick: () => page.loadWallet() }, t('order.reload')),
  );
}

function time(iso) {
  return shortTime(iso, localeTag());
}
