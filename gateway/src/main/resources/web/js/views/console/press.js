import { tag } from '../../lib.js';

const { button, span } = tag;

/** A button that sends something at once. It is dead from the press until the answer. */
export function pressButton({ page, name, testId, className = 'act', label, disabled = false, children, onPress }) {
  const busy = page.presses.isBusy(name);
  return button(
    {
      type: 'button',
      class: className,
      'aria-label': label,
      'aria-busy': busy ? 'true' : undefined,
      disabled: busy || disabled,
      'data-testid': testId,
      onClick: onPress,
    },
    busy ? span({ class: 'spinner', 'aria-hidden': 'true' }) : null,
    children,
  );
}
