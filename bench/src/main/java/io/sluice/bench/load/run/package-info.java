/**
 * Plays a scenario: the clock that says when each viewer does what, the viewers and what they know, and what is measured
 * of them. All of it belongs to one event loop's thread but for the front door, {@code Rehearsal}.
 */
package io.sluice.bench.load.run;
