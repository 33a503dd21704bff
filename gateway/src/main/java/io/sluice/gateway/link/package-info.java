/**
 * The gateway's side of the engine's port, and the only code that touches it. Commands are encoded straight into
 * a claimed slot, and a full ring is an answer, not a wait. Replies return, in batches, to the event loop that
 * asked.
 */
package io.sluice.gateway.link;
