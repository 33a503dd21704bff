import { ConsolePage } from './console/page.js';
import { h, render } from './lib.js';
import { Console } from './views/console/console.js';

const place = document.getElementById('console');
const page = new ConsolePage();

place.replaceChildren();
render(h(Console, { page }), place);
page.start();
