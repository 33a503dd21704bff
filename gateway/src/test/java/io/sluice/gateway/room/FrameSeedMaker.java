package io.sluice.gateway.room;

import io.sluice.engine.SeedCorpus;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.share.ShareCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Makes the seeds of {@link FrameFuzzTest}: each frame of the contract, and what the protocol below it knows. */
class FrameSeedMaker {
    private final SeedCorpus corpus = SeedCorpus.of(FrameFuzzTest.class, "anyFrames");

    @Test
    void make() {
        keep("order", RawFrames.TEXT, """
                {"t":"order","key":"k1","lines":[{"offer":1001,"quantity":2}],"share":"%s",\
                "expectedTotalFen":19800}""".formatted(TestGateway.shares().encode(new ShareCode(0, 0, 0, 4, 0, 0, 0))));
        keep("comment", RawFrames.TEXT, """
                {"t":"comment","text":"想要 \\ud83d\\ude00"}""");
        keep("like", RawFrames.TEXT, """
                {"t":"like","n":3}""");
        keep("ping", RawFrames.TEXT, """
                {"t":"ping"}""");
        keep("binary", RawFrames.BINARY, "x");
        keep("protocol-ping", RawFrames.PING, "x");
        final byte[] begin = bytes(RawFrames.BEGIN_TEXT, "{\"t\":");
        final byte[] end = bytes(RawFrames.END, "\"ping\"}");
        final byte[] parts = new byte[begin.length + end.length];
        System.arraycopy(begin, 0, parts, 0, begin.length);
        System.arraycopy(end, 0, parts, begin.length, end.length);
        corpus.keep("in-parts", parts);
    }

    private void keep(final String name, final int first, final String payload) {
        corpus.keep(name, bytes(first, payload));
    }

    private static byte[] bytes(final int first, final String payload) {
        return RawFrames.input(first, payload.getBytes(StandardCharsets.UTF_8));
    }
}
