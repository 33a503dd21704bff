import { Component, createRef, tag } from '../lib.js';

const { div } = tag;

const HEARTS_AT_ONCE = 18;
const HEARTS_A_CHANGE = 4;
/** How many shapes of flight and colours `stage.css` has. */
const FLIGHTS = 5;
const SVG = 'http://www.w3.org/2000/svg';
const HEART = 'M12 21s-8.5-5.2-8.5-11.4A4.8 4.8 0 0 1 12 6.7a4.8 4.8 0 0 1 8.5 2.9C20.5 15.8 12 21 12 21Z';

/** Hearts that rise when somebody likes. Pure decoration; they take part in no layout and no diff. */
export class Hearts extends Component {
  field = createRef();

  shouldComponentUpdate() {
    return false;
  }

  componentWillReceiveProps(next) {
    const more = next.likes - this.props.likes;
    for (let n = Math.min(more, HEARTS_A_CHANGE); n > 0 && this.props.likes > 0; n--) this.#rise();
  }

  #rise() {
    const field = this.field.current;
    if (!field || document.hidden || field.childElementCount >= HEARTS_AT_ONCE) return;
    const heart = document.createElementNS(SVG, 'svg');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', HEART);
    heart.setAttribute('viewBox', '0 0 24 24');
    const flight = Math.floor(Math.random() * FLIGHTS);
    heart.setAttribute('class', `heart heart-${flight} heart-tint-${Math.floor(Math.random() * FLIGHTS)}`);
    heart.append(path);
    heart.addEventListener('animationend', () => heart.remove());
    field.append(heart);
  }

  render() {
    return div({ class: 'hearts', ref: this.field, 'aria-hidden': 'true' });
  }
}
