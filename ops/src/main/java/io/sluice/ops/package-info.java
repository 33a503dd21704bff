/**
 * The sluice command line: one class a command. Data goes to standard output, talk to standard error. A command
 * exits 0 when all is well, 1 when it failed, 2 on wrong usage and 3 when a threshold was missed.
 */
package io.sluice.ops;
