package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.ProposalPageDecoder;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What the ring answers who asks which write-offs wait for a second person. */
class ProposalPageTest {
    private static final long TIME_MS = 1_760_000_000_000L;

    private final UnsafeBuffer slot = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandRing.MIN_SLOT_BYTES));
    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final CommandDecider decider = new CommandDecider(core);
    private final QueryAnswerer answerer = new QueryAnswerer(core);
    private long sequence;

    @Test
    void allThatWaitAreInTheAnswerTheOldestFirst() {
        SampleCommands.shop().values().forEach(this::decide);
        decide(SampleCommands.changeLimits(LimitsBuilder.limits().writeOff(1).build()));
        for (int i = 0; i < ProtocolLimits.MAX_PROPOSALS; i++) {
            decide(SampleStockCommands.writeOff(3, SampleCommands.ITEM, 2));
        }
        final long newest = sequence;

        assertThat(asked(TIME_MS).proposals().count()).isEqualTo(ProtocolLimits.MAX_PROPOSALS);
        final ProposalPageDecoder.ProposalsDecoder first =
                asked(TIME_MS).proposals().next();
        assertThat(new long[] {first.sequence(), first.actor(), first.item(), first.units(), first.untilMs()})
                .containsExactly(
                        newest - ProtocolLimits.MAX_PROPOSALS + 1,
                        3,
                        SampleCommands.ITEM,
                        2,
                        TIME_MS + ProtocolLimits.PROPOSAL_MS);
        assertThat(asked(TIME_MS + ProtocolLimits.PROPOSAL_MS).proposals().count())
                .isZero();
    }

    private void decide(final CommandWriter command) {
        final int length = command.write(slot, 0);
        sequence++;
        decider.decide(slot, 0, length, sequence, TIME_MS);
    }

    private ProposalPageDecoder asked(final long timeMs) {
        final int length = SampleStockCommands.findProposals().write(slot, 0);
        assertThat(answerer.answer(slot, 0, length, timeMs)).isPositive();
        return new ProposalPageDecoder().wrapAndApplyHeader(slot, length, new MessageHeaderDecoder());
    }
}
