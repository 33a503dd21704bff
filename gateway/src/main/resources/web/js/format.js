/** 12900 fen -> { whole: '129', cents: '' }; 12950 -> { whole: '129', cents: '.50' }. Integers only. */
export function splitFen(fen) {
  const rest = fen % 100;
  const whole = String((fen - rest) / 100).replace(/\B(?=(\d{3})+$)/g, ',');
  return { whole, cents: rest === 0 ? '' : `.${String(rest).padStart(2, '0')}` };
}

/** 12950 -> '¥129.50' */
export function yuan(fen) {
  const { whole, cents } = splitFen(fen);
  return `¥${whole}${cents}`;
}

/** As yuan, also below 0: -12950 -> '−¥129.50' */
export function signedYuan(fen) {
  return fen < 0 ? `−${yuan(-fen)}` : yuan(fen);
}

/**
 * What is left until a moment, rounded up so that 0 is only shown once it has come.
 *
 * @returns {{days: number, text: string}} `text` is mm:ss, or h:mm:ss from an hour on.
 */
export function timeLeft(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const pad = (n) => String(n).padStart(2, '0');
  const tail = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
  return { days, text: days > 0 || hours > 0 ? `${pad(hours)}:${tail}` : tail };
}

/** The exact number up to 9,999; beyond that the short form of the language: 1.8万, 18.2K. */
export function count(n, locale) {
  if (n < 10_000) return String(n);
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(n);
}

/** A day that may be years away. */
export function longDay(iso, locale) {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(new Date(iso));
}

/** A time of the server to the minute, in a time zone that the browser knows by its name, or else in the viewer's own. */
export function shortTime(iso, locale, timeZone) {
  const options = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone };
  try {
    return new Intl.DateTimeFormat(locale, options).format(new Date(iso));
  } catch (unknown) {
    if (!timeZone || !(unknown instanceof RangeError)) throw unknown;
    return shortTime(iso, locale);
  }
}
