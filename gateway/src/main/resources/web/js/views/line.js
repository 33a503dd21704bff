import { tag } from '../lib.js';
import { sentence, t } from '../i18n.js';
import { buyStatus, turnAt } from '../buy-status.js';
import { buyButton, buyNote } from './buy.js';
import { icon } from './icons.js';
import { countdown } from './price.js';

const { button, div, p, section, span, strong } = tag;

/** Kinds of `buyStatus` under which the line of an offer concerns the viewer. */
const LINE_KINDS = new Set(['wait', 'joining', 'waiting', 'leaving']);
/** States in which a place is over, and worth a word until the viewer does something about the offer. */
const OVER = new Set(['LAPSED', 'CLOSED', 'GONE']);

/**
 * In an offer's card: how many wait, the viewer's own place or turn and the way out of it, or what became of it.
 *
 * @param where tells the notes of one offer apart, which may stand on the page twice.
 */
export function lineNote({ state, page, offer, nowMs, where = offer.offer }) {
  const { kind } = buyStatus(state, offer, nowMs);
  const place = state.places.get(offer.offer);
  const turn = turnAt(state, offer, nowMs);
  const problem = state.placeAsks.get(offer.offer)?.problem;
  const isOver = OVER.has(place?.state);
  if (!LINE_KINDS.has(kind) && !turn && !isOver && !problem) return null;
  return div(
    { class: `line-note ${turn ? 'line-turn' : ''}`, 'data-testid': `line-${where}`, 'data-state': place?.state },
    icon(isOver || problem ? 'alert' : 'people'),
    span({ class: 'line-text' }, noteText({ offer, place, turn, problem, kind })),
    turn && countdown(turn.untilMs - nowMs),
    (kind === 'waiting' || turn) && leaveButton({ page, offer, where, text: t(turn ? 'turn.leave' : 'line.leave') }),
  );
}

function noteText({ offer, place, turn, problem, kind }) {
  if (problem) return sentence(problem.code);
  if (turn) return t('turn.keptHere', { n: turn.units });
  if (place?.state === 'WAITING') return ahead(offer, place);
  if (OVER.has(place?.state) && kind !== 'joining') return t(`line.${place.state}`);
  return offer.waiting > 0 ? t('line.waiting', { n: offer.waiting }) : t('line.nobody');
}

/** There are two bounds of one number: as it was told, and as many as wait besides the viewer. */
function ahead(offer, place) {
  const n = Math.max(0, Math.min(place.ahead, offer.waiting - 1));
  return n > 0 ? t('line.ahead', { n }) : t('line.first');
}

function leaveButton({ page, offer, where, text }) {
  return button(
    {
      type: 'button',
      class: 'line-leave',
      'aria-label': `${text}: ${offer.title}`,
      'data-testid': `leave-${where}`,
      onClick: (event) => {
        // This button goes with the place: the keyboard stays at the offer.
        event.currentTarget.closest('.offer-card, .pinned').querySelector('.buy').focus();
        page.leaveLine(offer.offer);
      },
    },
    text,
  );
}

/** Over the picture, each turn of the viewer's: what is kept, for how long, and a button that orders just that. */
export function turnNotices({ state, page, nowMs }) {
  const offers = [...state.offers.values()].filter((offer) => turnAt(state, offer, nowMs));
  return offers.map((offer) => turnNotice({ state, page, offer, nowMs }));
}

function turnNotice({ state, page, offer, nowMs }) {
  const { kind } = buyStatus(state, offer, nowMs);
  const turn = turnAt(state, offer, nowMs);
  if (!turn || kind === 'reserved' || kind === 'paid') return null;
  return section(
    { key: `turn-${offer.offer}`, class: 'turn', 'aria-label': t('turn.title'), 'data-testid': `turn-${offer.offer}` },
    div(
      { class: 'turn-text' },
      strong({ class: 'turn-title' }, icon('bag'), t('turn.title')),
      span({ class: 'turn-offer' }, t('turn.kept', { title: offer.title, n: turn.units })),
      p({ class: 'turn-left' }, span(null, t('turn.left')), countdown(turn.untilMs - nowMs)),
    ),
    div(
      { class: 'turn-buttons' },
      buyButton({ state, page, offer, nowMs, testId: `turn-button-${offer.offer}` }),
      button(
        {
          type: 'button',
          class: 'line-leave',
          'aria-label': `${t('turn.leave')}: ${offer.title}`,
          'data-testid': `turn-leave-${offer.offer}`,
          onClick: () => page.leaveLine(offer.offer),
        },
        t('turn.leave'),
      ),
    ),
    buyNote({ state, offer, nowMs }),
  );
}
