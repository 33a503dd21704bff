/**
 * The ring between producers and the one core thread, and the handlers that follow each other on it. Each slot
 * carries a command in, and its decision out, in the same bytes. No class outside this package imports the
 * Disruptor.
 */
package io.sluice.engine.ring;
