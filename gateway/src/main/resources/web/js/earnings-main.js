import { h, render } from './lib.js';
import { EarningsPage } from './earnings-page.js';
import { Earnings } from './views/earnings.js';

const place = document.getElementById('earnings');
const page = new EarningsPage();

place.replaceChildren();
render(h(Earnings, { page }), place);
page.start();
