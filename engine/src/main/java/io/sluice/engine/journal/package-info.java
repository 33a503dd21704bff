/**
 * The journal: one record a decision, chained by sequence, checksum and the previous record's hash. It appends,
 * forces, replays and snapshots, and stops the process rather than lose what it has acknowledged. No class
 * outside this package imports Chronicle Queue.
 */
package io.sluice.engine.journal;
