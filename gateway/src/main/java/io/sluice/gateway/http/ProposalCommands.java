package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.ApproveProposalEncoder;
import io.sluice.engine.protocol.codec.FindProposalsEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.WithdrawProposalEncoder;

/** What is asked of the core about write-offs that wait for a second person. Any thread. */
final class ProposalCommands {
    private ProposalCommands() {}

    static CommandWriter approve(final long actor, final long proposal) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new ApproveProposalEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(actor)
                        .proposal(proposal)
                        .encodedLength();
    }

    static CommandWriter withdraw(final long actor, final long proposal) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new WithdrawProposalEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(actor)
                        .proposal(proposal)
                        .encodedLength();
    }

    static CommandWriter find() {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new FindProposalsEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .encodedLength();
    }
}
