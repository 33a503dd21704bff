package io.sluice.engine.journal;

/**
 * How far a registered consumer is.
 *
 * @param name      the consumer's.
 * @param position  the last record it has confirmed: it needs none up to here again; 0 for none.
 */
public record ConsumerPosition(String name, long position) {}
