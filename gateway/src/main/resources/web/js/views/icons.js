import { h } from '../lib.js';

/** Line icons on a 24 x 24 field, drawn with the text's colour. Each is one or more paths. */
const PATHS = {
  bag: ['M5 8h14l1 12H4L5 8Z', 'M8.5 10V7a3.5 3.5 0 0 1 7 0v3'],
  gift: ['M4.5 11h15v9h-15v-9Z', 'M3.5 7.5h17V11h-17V7.5Z', 'M12 7.5V20', 'M12 7.5C9 7.5 7.5 6 8 4.6c.6-1.5 3.4-.8 4 2.9.6-3.7 3.4-4.4 4-2.9.5 1.4-1 2.9-4 2.9Z'],
  crown: ['M4 18h16', 'M4 15 3 7l5 4 4-6 4 6 5-4-1 8H4Z'],
  heart: ['M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.4 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10Z'],
  orders: ['M6 3h12v18l-3-2-3 2-3-2-3 2V3Z', 'M9 8h6', 'M9 12h6'],
  close: ['M6 6l12 12', 'M18 6 6 18'],
  send: ['M4 12 20 4l-6 16-3-6.5L4 12Z', 'm11 13.5 4-4'],
  pause: ['M9 6v12', 'M15 6v12'],
  play: ['M8 5.5v13l10.5-6.5L8 5.5Z'],
  sound: ['M5 9.5v5h3.5L13 18V6L8.5 9.5H5Z', 'M16 9a4 4 0 0 1 0 6', 'M18.5 6.5a7.5 7.5 0 0 1 0 11'],
  silent: ['M5 9.5v5h3.5L13 18V6L8.5 9.5H5Z', 'm16.5 10 4 4', 'm20.5 10-4 4'],
  down: ['M12 5v14', 'm18 13-6 6-6-6'],
  alert: ['M12 3.5 21.5 20h-19L12 3.5Z', 'M12 10v4.5', 'M12 17.2v.1'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  clock: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z', 'M12 7v5l3.5 2'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z',
    'M12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  ],
  minus: ['M6 12h12'],
  plus: ['M6 12h12', 'M12 6v12'],
  share: ['M12 14V4', 'm7.5 8 4.5-4.5L16.5 8', 'M5 12v7.5h14V12'],
  ticket: ['M3.5 7h17v3.2a2 2 0 0 0 0 3.6V17h-17v-3.2a2 2 0 0 0 0-3.6V7Z', 'M14 7v2', 'M14 11v2', 'M14 15v2'],
  people: ['M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z', 'M3 19c.5-3.4 2.9-5 6-5s5.5 1.6 6 5', 'M16 5.6a3 3 0 0 1 0 5.8', 'M17.5 14.4c2 .6 3.2 2.1 3.5 4.6'],
  wifi: ['M3 9a13 13 0 0 1 18 0', 'M6.5 12.8a8 8 0 0 1 11 0', 'M10 16.4a3 3 0 0 1 4 0', 'M12 19.6v.1'],
};

/** A decoration: what it means is said by the text or the label beside it. */
export function icon(name, className = '') {
  const shapes = PATHS[name].map((d) => h('path', { d }));
  return h('svg', { class: `icon icon-${name} ${className}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' }, ...shapes);
}
