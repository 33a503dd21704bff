/**
 * Compares two runs of JMH from the JSON that it wrote, on this machine or another. Nothing here measures, and no benchmark is
 * needed to compare: a file of any benchmarks will do.
 */
package io.sluice.bench.compare;
