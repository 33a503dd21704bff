import { Component, h } from '../lib.js';

/** How many colour pairs `offers.css` has for pictures that are missing. */
const TINTS = 8;

/** Drawings on a 48 x 48 field by what the title speaks of; the first that matches is taken. */
const DRAWINGS = [
  [/light|candle|lantern|lamp|灯|烛/i, ['M17 20h14v18H17z', 'M24 20v-4', 'M24 6c4 4 4 8 0 10-4-2-4-6 0-10Z']],
  [
    /mug|cup|tea|coffee|\bpot\b|jug|杯|壶|茶/i,
    [
      'M11 17h21v14a7 7 0 0 1-7 7h-7a7 7 0 0 1-7-7V17Z',
      'M32 20h3a5 5 0 0 1 0 10h-3',
      'M17 11c0-2 2-2 2-4',
      'M25 11c0-2 2-2 2-4',
    ],
  ],
  [/bag|purse|tote|包|袋/i, ['M11 19h26l2 21H9l2-21Z', 'M17 23v-6a7 7 0 0 1 14 0v6']],
  [/heart|love|cupid|心/i, ['M24 39S9 30 9 19a8 8 0 0 1 15-4 8 8 0 0 1 15 4c0 11-15 20-15 20Z']],
  [
    /necklace|earring|bracelet|ring\b|jewel|项链|耳环|手链/i,
    ['M10 10c0 14 6 22 14 22s14-8 14-22', 'M24 32l-4 5 4 5 4-5-4-5Z'],
  ],
  [/clock|watch|timer|钟|表/i, ['M24 40a16 16 0 1 0 0-32 16 16 0 0 0 0 32Z', 'M24 15v9l6 4']],
  [
    /cake|cookie|baking|sweet|chocolate|蛋糕|饼|糖/i,
    ['M9 24h30v14H9z', 'M9 30c4 4 6-2 10 1s6-3 10 0 6-1 10-1', 'M24 24v-8', 'M24 8c3 3 3 6 0 8-3-2-3-5 0-8Z'],
  ],
  [/christmas|tree|santa|圣诞/i, ['M24 6l9 12h-5l7 10h-7l6 9H14l6-9h-7l7-10h-5l9-12Z', 'M24 37v6']],
  [
    /bottle|jar|glass|vase|瓶|罐/i,
    ['M20 7h8v8c0 3 5 5 5 11v11a4 4 0 0 1-4 4H19a4 4 0 0 1-4-4V26c0-6 5-8 5-11V7Z', 'M15 29h18'],
  ],
  [
    /frame|picture|sign|poster|画|牌/i,
    ['M9 10h30v28H9z', 'M14 33l8-10 6 7 3-3 4 6H14Z', 'M31 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z'],
  ],
  [
    /flower|garden|daisy|rose|plant|花|园/i,
    [
      'M24 24a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z',
      'M24 14a5 5 0 1 1 6-2M29 19a5 5 0 1 1 1 6M24 24a5 5 0 1 1-7 3M19 19a5 5 0 1 1-1-7',
      'M24 29v13',
      'M24 38c4 0 7-2 8-5',
    ],
  ],
  [
    /card|wrap|paper|ribbon|gift|box|tin|case|set of|礼|盒/i,
    ['M9 20h30v20H9z', 'M7 14h34v6H7z', 'M24 14v26', 'M24 14c-8 0-9-8-4-8 3 0 4 4 4 8Zm0 0c8 0 9-8 4-8-3 0-4 4-4 8Z'],
  ],
  [
    /doll|toy|game|bear|child|kid|玩|童/i,
    [
      'M24 40a13 12 0 1 0 0-24 13 12 0 0 0 0 24Z',
      'M15 20a5 5 0 1 1 3-8',
      'M33 20a5 5 0 1 0-3-8',
      'M20 26v.2M28 26v.2',
      'M20 32c2 2 6 2 8 0',
    ],
  ],
  [
    /cushion|towel|blanket|warm|hot water|coat|hanger|衣|枕|毯/i,
    ['M8 34h32c2 0 3-3 1-4L26 20v-3a4 4 0 1 0-5-4', 'M24 20 7 30c-2 1-1 4 1 4'],
  ],
];

/** The same title has the same tint on every visit. */
function tintOf(text) {
  let hash = 7;
  for (const point of text) hash = (hash * 31 + point.codePointAt(0)) % 9973;
  return hash % TINTS;
}

/** The picture of an offer; a drawing of our own when it has none or when it cannot be loaded. */
export class Thumb extends Component {
  componentDidUpdate(before) {
    if (before.offer.image !== this.props.offer.image) this.setState({ broken: false });
  }

  render({ offer, className = '' }, { broken }) {
    if (offer.image && !broken) {
      const fail = () => this.setState({ broken: true });
      return h('img', { class: `thumb ${className}`, src: offer.image, alt: '', loading: 'lazy', onError: fail });
    }
    return h(
      'svg',
      {
        class: `thumb thumb-drawn tint-${tintOf(offer.title)} ${className}`,
        viewBox: '0 0 80 80',
        'aria-hidden': 'true',
      },
      h('rect', { class: 'thumb-back', width: 80, height: 80 }),
      h('circle', { class: 'thumb-glow', cx: 62, cy: 14, r: 30 }),
      h('circle', { class: 'thumb-glow', cx: 12, cy: 74, r: 22 }),
      drawing(offer.title),
    );
  }
}

function drawing(title) {
  const found = DRAWINGS.find(([words]) => words.test(title));
  if (!found) {
    const initial = [...title.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '·';
    return h('text', { class: 'thumb-initial', x: 40, y: 53, 'text-anchor': 'middle' }, initial.toUpperCase());
  }
  return h(
    'g',
    { class: 'thumb-lines', transform: 'translate(10 10) scale(1.25)' },
    ...found[1].map((d) => h('path', { d })),
  );
}
