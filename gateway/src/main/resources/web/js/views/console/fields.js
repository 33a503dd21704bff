import { tag } from '../../lib.js';

const { div, label, input, p } = tag;

/**
 * A labelled field with what is wrong with it, if anything is.
 *
 * @param fault said under it; null while there is none
 */
export function field({ name, text, value, fault = null, hint = null, onInput, ...rest }) {
  const about = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return div(
    { class: 'field' },
    label({ class: 'field-label', for: name }, text),
    input({
      id: name,
      class: `console-input ${fault ? 'is-wrong' : ''}`,
      value,
      'data-testid': `field-${name}`,
      'aria-invalid': fault ? 'true' : undefined,
      'aria-describedby': about || undefined,
      onInput: (event) => onInput(event.target.value),
      ...rest,
    }),
    hint && p({ class: 'field-hint', id: `${name}-hint` }, hint),
    fault && p({ class: 'field-fault', id: `${name}-fault`, role: 'alert', 'data-testid': `fault-${name}` }, fault),
  );
}

/** A moment as a `datetime-local` field has it, in the operator's own time zone, to the second. */
export function localTime(ms) {
  if (!Number.isFinite(ms)) return '';
  const zone = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - zone).toISOString().slice(0, 19);
}

/** The other way round; NaN for an empty field. */
export function msOf(local) {
  return local ? new Date(local).getTime() : NaN;
}

/** '129.5' -> 12950; NaN for what is no amount of money. */
export function fenOf(text) {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : NaN;
}

/** 12950 -> '129.50' */
export function yuanText(fen) {
  return Number.isFinite(fen) ? `${Math.floor(fen / 100)}${fen % 100 ? `.${String(fen % 100).padStart(2, '0')}` : ''}` : '';
}

/** A whole number from `least` on; NaN otherwise. */
export function wholeOf(text, least = 1) {
  const n = Number(text);
  return text.trim() !== '' && Number.isSafeInteger(n) && n >= least ? n : NaN;
}
