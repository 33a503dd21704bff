/** Up to this a viewer id stays an exact integer everywhere. */
const LARGEST_ID = Number.MAX_SAFE_INTEGER;

/**
 * A fresh idempotency key. `crypto.randomUUID` is missing on a page that came over plain HTTP from another machine;
 * the same 122 random bits are drawn by hand there.
 */
export function freshKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A viewer id for the demo: large and random, so that two visitors do not meet. */
export function freshViewerId() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  const id = (high % 0x200000) * 0x100000000 + low;
  return Math.min(LARGEST_ID, Math.max(1, id));
}

/** A whole number of ms between half of `ms` and `ms`. */
export function jittered(ms) {
  return Math.round(ms * (0.5 + Math.random() / 2));
}
