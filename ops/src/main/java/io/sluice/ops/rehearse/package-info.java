/**
 * The {@code sluice rehearse} commands: they play a scenario against a server and say whether it held, or read what an
 * earlier run left behind. What is measured and judged lies in {@code bench.load}; here are arguments, the line on the
 * terminal and exit codes.
 */
package io.sluice.ops.rehearse;
