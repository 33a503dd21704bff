import { h, render } from './lib.js';
import { Page } from './page.js';
import { Room } from './views/room.js';

const room = /^\/rooms\/([1-9]\d{0,15})\/?$/.exec(location.pathname)?.[1];
const place = document.getElementById('room');
const page = new Page(room ?? '0');

place.replaceChildren();
render(h(Room, { page }), place);
page.start();
