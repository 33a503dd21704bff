package io.sluice.gateway.imports;

/** Takes the lines of a file in order. */
interface LineVisitor {
    /**
     * The next line, as wide as the header and with its quotes in order.
     *
     * @param fields its fields, until the call returns.
     * @return false when no more lines are wanted.
     */
    boolean onLine(Fields fields) throws InterruptedException;
}
