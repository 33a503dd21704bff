/**
 * Holds what the viewers of a run were told against the journal of the target. The journal is read as any downstream system
 * reads it, line by line, and its movements are added up once more by books of their own that share nothing with the engine's.
 * What the two do not agree on, or what must never be, is a finding.
 */
package io.sluice.bench.load.audit;
