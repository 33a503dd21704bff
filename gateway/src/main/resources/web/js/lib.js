import { h } from '/webjars/preact/10.28.0/dist/preact.module.js';

/** The one place that names library versions; they are those of the WebJars in the build. */
export { Component, Fragment, createRef, h, render } from '/webjars/preact/10.28.0/dist/preact.module.js';

const HLS_MODULE = '/webjars/hls.js/1.4.12/dist/hls.light.mjs';

/** Loads the HLS player, which only a room with a stream needs. */
export async function loadHls() {
  return (await import(HLS_MODULE)).default;
}

/** `tag.div({ class: 'x' }, child)` is `h('div', { class: 'x' }, child)`: views read like the page they make. */
export const tag = new Proxy(
  {},
  {
    get:
      (_, name) =>
      (attributes, ...children) =>
        h(name, attributes, ...children),
  },
);
