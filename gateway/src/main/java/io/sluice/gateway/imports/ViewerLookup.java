package io.sluice.gateway.imports;

/** Asks the core what it knows of viewers. Answers are heard on the thread that asks, during any call. One thread. */
interface ViewerLookup {
    /** Asks for a viewer. */
    void ask(long viewer, ViewerAnswer answer) throws InterruptedException;

    /**
     * Returns when all that was asked is answered.
     *
     * @return null, or why some of it never will be.
     */
    ImportFault await() throws InterruptedException;

    /** How many viewers more may become known, as of the last answer. */
    int room();
}
