import { en } from './text/en.js';
import { zh } from './text/zh.js';

const CHOICE = 'sluice.language';
const DICTIONARIES = { zh, en };
/** What `lang` says, and what numbers and times are formatted by. */
const TAGS = { zh: 'zh-CN', en: 'en' };

let language = 'zh';

function remembered() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}

/** Chinese for a browser that asks for any Chinese, English for all others, unless the viewer chose before. */
export function initLanguage() {
  const wanted = remembered() ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en');
  setLanguage(wanted in DICTIONARIES ? wanted : 'en');
}

export function setLanguage(next) {
  language = next;
  document.documentElement.lang = TAGS[next];
  try {
    localStorage.setItem(CHOICE, next);
  } catch {
    // The choice then holds for this page only.
  }
}

export function currentLanguage() {
  return language;
}

export function otherLanguage() {
  return language === 'zh' ? 'en' : 'zh';
}

export function localeTag() {
  return TAGS[language];
}

/** The text of a name; `{x}` in it is replaced by `values.x`, as text. */
export function t(name, values = {}) {
  const text = DICTIONARIES[language][name] ?? name;
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ''));
}

/** A friendly sentence for a code of the contract, or for UNREACHABLE. A code this page does not know is named. */
export function sentence(code) {
  const name = `code.${code}`;
  return name in DICTIONARIES[language] ? t(name) : t('code.other', { code });
}
