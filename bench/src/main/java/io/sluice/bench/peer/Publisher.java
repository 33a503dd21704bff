package io.sluice.bench.peer;

import io.sluice.bench.load.client.HttpAnswer;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.engine.protocol.ProtocolLimits;

/** Says something to the whole audience. On the loop's thread. */
@FunctionalInterface
interface Publisher {
    /**
     * Publishes.
     *
     * @param stamp     the digits that the message's {@code text} has to begin with.
     * @param audience  who hears it, and may have to say it.
     */
    void publish(long stamp, Audience audience);

    /** By comments, each of another viewer: a tick with one such comment has about 250 bytes. Their answers are frames. */
    static Publisher comments() {
        return (stamp, audience) -> {
            final String digits = Long.toString(stamp);
            // All that a comment may have, in characters of three bytes.
            final String padding = "\\u8d5e".repeat(ProtocolLimits.MAX_COMMENT_CODE_POINTS - digits.length());
            audience.socket((int) (stamp % audience.size()))
                    .send("{\"t\":\"comment\",\"text\":\"" + digits + padding + "\"}");
        };
    }

    /** By requests to nchan, 250 bytes each. */
    static Publisher posts(final HttpLanes lanes, final HttpAnswer answer) {
        return (stamp, audience) -> {
            final String text = "{\"t\":\"tick\",\"text\":\"" + stamp;
            lanes.send("POST", "/pub", "", text + "x".repeat(248 - text.length()) + "\"}", answer);
        };
    }
}
