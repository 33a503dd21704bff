/**
 * JMH benchmarks of single steps on an order's way. Each states what one operation is and what it leaves out.
 * Figures are read beside the machine they were taken on; no test asserts them.
 */
package io.sluice.bench.micro;
