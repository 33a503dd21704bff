import { h, render } from './lib.js';
import { Page } from './page.js';
import { Room } from './views/room.js';

const room = /^\/rooms\/([1-9]\d{0,15})\/?$/.exec(location.pathname)?.[1] ?? null;
const place = document.getElementById('room');
const page = new Page(room);

place.replaceChildren();
render(h(Room, { page }), place);
page.start();
