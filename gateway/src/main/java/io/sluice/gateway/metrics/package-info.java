/**
 * Figures of the engine and of the gateway as Micrometer meters. Engine counters are read where they stand;
 * nothing is counted twice. Names, units and sentences come from the counters themselves.
 */
package io.sluice.gateway.metrics;
