package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CommentMemory;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a comment is remembered by which version it was written in. */
class CommentRecordTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final String TEXT = "hello";

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);

    @ParameterizedTest
    @CsvSource({"4, NONE", "5, SHARED", "6, OF_ROOM"})
    void aCommentIsRememberedAsItsVersionDid(final int version, final CommentMemory memory) {
        final FlashCore decided = coreWithARoom();
        final int length =
                SampleCommands.postComment(SampleCommands.VIEWER, TEXT).write(slot, START);
        new MessageHeaderEncoder().wrap(slot, START).version(version);
        new CommandDecider(decided).decide(slot, START, length, 2, 2);

        final FlashCore expected = coreWithARoom();
        final UnsafeBuffer utf8 = new UnsafeBuffer(new byte[TEXT.length()]);
        utf8.putStringWithoutLengthAscii(0, TEXT);
        final FoldedText text = new FoldedText(ProtocolLimits.MAX_COMMENT_BYTES).set(utf8, 0, utf8.capacity());
        final Decision decision = new Decision();
        decision.begin(2, 2);
        expected.talk().comment(SampleCommands.VIEWER, SampleCommands.ROOM, text, memory, decision);

        assertThat(decided.stateHash()).isEqualTo(expected.stateHash());
    }

    private FlashCore coreWithARoom() {
        final FlashCore core = new FlashCore(CoreReserves.NONE);
        final int length = SampleCommands.putRoom(SampleCommands.ROOM).write(slot, START);
        new CommandDecider(core).decide(slot, START, length, 1, 1);
        return core;
    }
}
