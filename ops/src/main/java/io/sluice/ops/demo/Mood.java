package io.sluice.ops.demo;

/** What a comment is about; each is a section of the phrase books. */
enum Mood {
    /** Said when entering. */
    GREETING,
    /** Asks what it costs. */
    PRICE,
    /** Asks what it is like. */
    DETAILS,
    /** Asks how it gets home. */
    SHIPPING,
    /** Shouted in a wave. */
    HYPE,
    /** Said around an order. */
    BUYING,
    /** Said after an answer or a payment. */
    THANKS,
    /** Said by who bought before. */
    AFTER,
    /** Everything that fills a room. */
    SMALL
}
