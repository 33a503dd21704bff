import { tag } from '../../lib.js';
import { crossing } from '../../console/presses.js';
import { sentence, t } from '../../i18n.js';
import { icon } from '../icons.js';
import { deedText } from './deeds.js';

const { div, p, span } = tag;

/** What came of the last press of a button: its record, or why it was refused, and what somebody else did meanwhile. */
export function note({ state, page }, name) {
  const press = state.presses.get(name);
  if (!press || press.state === 'busy') return null;
  const done = press.state === 'done';
  const other = crossing(press, state.figures?.deeds ?? [], page.presses.own);
  return div(
    { class: `note is-${done ? 'done' : 'failed'}`, role: done ? 'status' : 'alert', 'data-testid': `note-${name}`, 'data-state': press.state },
    icon(done ? 'check' : 'alert'),
    div(
      { class: 'note-text' },
      p(null, done ? t(press.waits ? 'console.waits' : 'console.done', { n: press.sequence }) : refusal(press), done ? null : detail(press)),
      other && p({ class: 'note-other', 'data-testid': `other-${name}` }, otherText(other, done, state)),
    ),
  );
}

/** In a dialog: only why it was refused. What is done is told where it was asked for, and once, for the dialog goes. */
export function refusedNote(view, name) {
  return view.state.presses.get(name)?.state === 'done' ? null : note(view, name);
}

/** In the operators' words; a code that has none of its own is told as viewers are told. */
export function refusal({ problem, definite }) {
  if (!definite && problem.code === 'UNREACHABLE') return t('console.unknown');
  const own = `console.code.${problem.code}`;
  const text = t(own);
  return text === own ? sentence(problem.code) : text;
}

function detail({ problem }) {
  if (!problem.detail) return null;
  const place = problem.field ? `${problem.field} ` : '';
  return span({ class: 'note-detail', lang: 'en' }, ` ${place}${problem.detail}`);
}

function otherText(deed, done, state) {
  const values = { n: deed.operator, what: deedText(deed, state), sequence: deed.sequence };
  return t(done ? 'console.otherBefore' : 'console.otherWon', values);
}
