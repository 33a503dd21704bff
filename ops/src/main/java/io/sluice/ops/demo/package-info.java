/**
 * The demo's brand, its room, and the crowd that keeps the room busy.
 *
 * <p>Everything here is a client of the public API: the seeder and the host call the operator's endpoints, the crowd
 * calls the viewer's. What the crowd does is decided by {@link io.sluice.ops.demo.Crowd}, which is pure and seeded; how it
 * is done over HTTP and WebSocket is {@link io.sluice.ops.demo.CrowdRunner}'s work alone.
 */
package io.sluice.ops.demo;
