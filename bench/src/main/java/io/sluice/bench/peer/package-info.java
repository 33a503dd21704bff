/**
 * What {@code bench/peers/compare} loads Sluice and its peers with where wrk cannot: sockets. It uses the rehearsal's light
 * sockets, so that both sides of a comparison pay the same for their load. Beside it stands {@link io.sluice.bench.peer.Echo},
 * a peer of our own making.
 */
package io.sluice.bench.peer;
