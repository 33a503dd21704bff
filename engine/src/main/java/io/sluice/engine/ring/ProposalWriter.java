package io.sluice.engine.ring;

import io.sluice.engine.core.Proposal;
import io.sluice.engine.core.StockChanges;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.ProposalPageEncoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** Writes which write-offs wait for a second person. One thread. */
final class ProposalWriter {
    /** Most bytes of an answer. */
    static final int PAGE_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + ProposalPageEncoder.BLOCK_LENGTH
            + ProposalPageEncoder.ProposalsEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_PROPOSALS * ProposalPageEncoder.ProposalsEncoder.sbeBlockLength();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ProposalPageEncoder page = new ProposalPageEncoder();
    private final List<Proposal> open = new ArrayList<>(ProtocolLimits.MAX_PROPOSALS);

    /** Writes those that are open at a time; returns the bytes. */
    int write(final StockChanges changes, final long timeMs, final MutableDirectBuffer buffer, final int offset) {
        open.clear();
        changes.forEachOpen(timeMs, open::add);
        final ProposalPageEncoder.ProposalsEncoder proposals =
                page.wrapAndApplyHeader(buffer, offset, header).proposalsCount(open.size());
        for (final Proposal proposal : open) {
            proposals
                    .next()
                    .sequence(proposal.sequence())
                    .actor(proposal.actor())
                    .item(proposal.item().id())
                    .units(proposal.units())
                    .untilMs(proposal.untilMs());
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + page.encodedLength();
    }
}
