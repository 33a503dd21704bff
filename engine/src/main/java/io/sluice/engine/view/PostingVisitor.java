package io.sluice.engine.view;

/** Looks at postings one after the other. */
@FunctionalInterface
public interface PostingVisitor {
    /**
     * Looks at one.
     *
     * @param posting valid during the call only.
     * @return whether to go on.
     */
    boolean onPosting(Posting posting);
}
