package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.core.ViewersRequest;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.FindInvitersDecoder;
import io.sluice.engine.protocol.codec.FindInvitersEncoder;
import io.sluice.engine.protocol.codec.InvitersDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Who invited many viewers at once. */
class FindInvitersTest {
    private static final int CAPACITY = 5;

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final Decision decision = new Decision();
    private final QueryAnswerer answerer = new QueryAnswerer(core);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final InvitersDecoder inviters = new InvitersDecoder();

    @Test
    void eachIsAnsweredInTheOrderAsked() {
        takeViewers(CAPACITY);
        assertThat(put(new ViewersRequest().add(42, 0, 0, 0, 43).add(44, 0, 0, 0, 42)))
                .isEqualTo(Outcome.ACCEPTED);

        assertThat(asked(44, 9, 42, 43, 42)).containsExactly("42 1", "0 0", "43 1", "0 1", "43 1");
    }

    @Test
    void theRoomIsThatOfTheTable() {
        takeViewers(CAPACITY);
        assertThat(put(new ViewersRequest().add(42, 0, 0, 0, 43))).isEqualTo(Outcome.ACCEPTED);

        asked(42);
        assertThat(inviters.room()).isEqualTo(CAPACITY - 2);

        takeViewers(1);
        asked(42);
        assertThat(inviters.room()).as("of a table with more than it takes").isZero();
    }

    @Test
    void asManyAsThereMayBeFitTheSmallestSlot() {
        final long[] most =
                LongStream.rangeClosed(1, ProtocolLimits.MAX_VIEWERS_A_QUERY).toArray();

        assertThat(asked(most)).hasSize(most.length).containsOnly("0 0");
    }

    @Test
    void ofMoreTheFirstAreAnswered() {
        assertThat(asked(new long[ProtocolLimits.MAX_VIEWERS_A_QUERY + 1])).hasSize(ProtocolLimits.MAX_VIEWERS_A_QUERY);
    }

    /** The core's thread must not fail over it, whoever sent it. */
    @Test
    void aQueryWhoseGroupIsNotAsLongAsItSaysIsNotAnswered() {
        asked(1, 2, 3);
        final int group = Slot.COMMAND_OFFSET + MessageHeaderEncoder.ENCODED_LENGTH;
        final int end = group + FindInvitersDecoder.ViewersDecoder.HEADER_SIZE + 3 * Long.BYTES;

        assertThat(answerer.answer(slot, Slot.COMMAND_OFFSET, end - 1, 1)).isZero();
        assertThat(answerer.answer(slot, Slot.COMMAND_OFFSET, group + 1, 1)).isZero();
        slot.putShort(group, (short) 1);
        assertThat(answerer.answer(slot, Slot.COMMAND_OFFSET, end, 1)).isZero();
        slot.putShort(group, (short) -1);
        assertThat(answerer.answer(slot, Slot.COMMAND_OFFSET, end, 1)).isZero();
    }

    @Test
    void aQueryThatLeavesNoRoomForItsAnswerIsNotAnswered() {
        asked(1);

        assertThat(answerer.answer(slot, Slot.COMMAND_OFFSET, slot.capacity() - 100, 1))
                .isZero();
    }

    private void takeViewers(final int most) {
        core.changeLimits(LimitsBuilder.limits().viewers(most).build(), decision.begin(1, 1));
    }

    private Outcome put(final ViewersRequest request) {
        core.putViewers(request, decision.begin(2, 1));
        return decision.outcome();
    }

    /** Of each its inviter and whether it is known. */
    private List<String> asked(final long... viewers) {
        final FindInvitersEncoder query =
                new FindInvitersEncoder().wrapAndApplyHeader(slot, Slot.COMMAND_OFFSET, new MessageHeaderEncoder());
        final FindInvitersEncoder.ViewersEncoder each = query.viewersCount(viewers.length);
        for (final long viewer : viewers) {
            each.next().viewer(viewer);
        }
        final int answerOffset = Slot.COMMAND_OFFSET + MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        final int length = answerer.answer(slot, Slot.COMMAND_OFFSET, answerOffset, 1);
        final List<String> answers = new ArrayList<>();
        for (final InvitersDecoder.ViewersDecoder answer : inviters.wrapAndApplyHeader(
                        slot, answerOffset, new MessageHeaderDecoder())
                .viewers()) {
            answers.add(answer.inviter() + " " + answer.known());
        }
        assertThat(length).isEqualTo(MessageHeaderDecoder.ENCODED_LENGTH + inviters.encodedLength());
        return answers;
    }
}
