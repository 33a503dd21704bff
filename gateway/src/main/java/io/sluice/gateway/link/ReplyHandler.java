package io.sluice.gateway.link;

/** Hears the one answer to a command or query that was sent: one of the two methods is called, once. */
@FunctionalInterface
public interface ReplyHandler {
    /**
     * Called on the event loop that sent, after everything the answer tells of is durable.
     *
     * @param reply valid during the call only.
     */
    void onReply(Reply reply);

    /**
     * Called on the event loop that sent when no answer came in time. The command may have taken effect or may yet; its
     * answer is not delivered any more.
     */
    default void onLate() {}
}
