/**
 * The {@code sluice journal} commands: they read the journal of a stopped or a running engine and change nothing in its
 * directory. A record is told as the event that the HTTP feed gives out; its filters, lines and columns are made from
 * that event. A damaged journal ends a command with exit code 1 and the record's sequence, wrong usage with 2.
 */
package io.sluice.ops.journal;
