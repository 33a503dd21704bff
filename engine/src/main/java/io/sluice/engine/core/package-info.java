/**
 * The deterministic core: one command and one time in, one decision out, the same for ever. It owns stock, holds,
 * limits and idempotency, refuses before it changes anything, and after the last check cannot fail. One thread at
 * a time runs it; it knows no clock, no chance and no input or output: of the kernel {@link io.sluice.engine.core.Memory} alone
 * asks something, huge pages for what is set aside.
 */
package io.sluice.engine.core;
