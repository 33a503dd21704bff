/**
 * Sets the stage for a run: tokens and signatures that the target takes, the room with its offers and stock, and where the
 * scenario names no target, a server of the rig's own. Nothing here is timed, so it is written plainly: one request after the
 * other, and every failure says which request it was and what came.
 */
package io.sluice.bench.load.stage;
