/**
 * The front door: what a process configures, starts, offers commands to and stops. Callers see the engine only
 * through the port in here; the ring and the journal behind it are free to change. Everything a caller may set is
 * documented, with its unit and its default, in one context.
 */
package io.sluice.engine;
