package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.ProposalPageDecoder;
import io.sluice.gateway.link.Reply;
import java.util.Set;

/** {@code GET /operator/proposals}: the write-offs that wait for a second person. One event loop's. */
final class ListProposalsAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ProposalPageDecoder page = new ProposalPageDecoder();

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, Set.of());
        exchange.send(ProposalCommands.find(), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("proposals").beginArray();
        for (final ProposalPageDecoder.ProposalsDecoder proposal : page.proposals()) {
            json.beginObject().name("proposal").value(proposal.sequence());
            json.name("operator").value(proposal.actor());
            json.name("item").value(proposal.item());
            json.name("units").value(proposal.units());
            json.name("until").time(proposal.untilMs());
            json.endObject();
        }
        json.endArray().endObject();
        exchange.answer(OK);
    }
}
