/**
 * Several processes play one scenario: a coordinator, which has the target's secrets and judges, and workers, which come to its
 * port, prove that they share a secret with it, and play a part each. {@link io.sluice.bench.load.fleet.Fleet} is the
 * coordinator's side, {@link io.sluice.bench.load.fleet.Worker} the other, {@link io.sluice.bench.load.fleet.Message} all that
 * passes between them. Whether a worker is a child on this machine or came from another one makes no difference here.
 */
package io.sluice.bench.load.fleet;
