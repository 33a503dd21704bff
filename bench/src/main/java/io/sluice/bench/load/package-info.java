/**
 * The rig that rehearses a broadcast: what a scenario file asks for, when each of its viewers does what, and whether the
 * run held what was asked. Arrivals come by their own clock, whatever the server does: what is late is late for the
 * viewer, and counts from the moment that was meant.
 */
package io.sluice.bench.load;
