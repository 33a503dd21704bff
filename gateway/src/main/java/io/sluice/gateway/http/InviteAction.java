package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;
import java.util.List;

/**
 * {@code POST /operator/campaigns/{campaign}/viewers}: one command behind the other, each as long as the core takes them. What
 * is refused midway says how many are on the list; to send them all again does no harm. One event loop's.
 */
final class InviteAction implements Action {
    /** Viewers of one request. */
    static final int MAX_VIEWERS = 10_000;

    /** Bytes of a body with as many of the longest ids. */
    static final int MAX_BODY_BYTES = 1 << 18;

    private static final String VIEWERS = "viewers";
    private static final int OK = 200;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    @Override
    public void run(final Exchange exchange) {
        final long campaign = exchange.pathId("campaign");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        List<Long> viewers = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals(VIEWERS)) {
                throw json.unknown();
            }
            viewers = json.ids(MAX_VIEWERS);
        }
        json.end();
        json.require(viewers != null, VIEWERS);
        send(exchange, campaign, viewers, 0);
    }

    private void send(final Exchange exchange, final long campaign, final List<Long> viewers, final int from) {
        final int to = Math.min(viewers.size(), from + ProtocolLimits.MAX_LISTED_A_COMMAND);
        exchange.send(
                invite(exchange.identity().subject(), campaign, viewers.subList(from, to)),
                (sameExchange, reply) -> onReply(sameExchange, reply, campaign, viewers, to));
    }

    private void onReply(
            final Exchange exchange, final Reply reply, final long campaign, final List<Long> viewers, final int sent) {
        decision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final Outcome outcome = Outcome.ofCode(decision.outcome());
        if (outcome.isRefusal()) {
            exchange.refuse(OutcomeProblems.of(outcome, decision.detail(), reply.sequence())
                    .field(outcome == Outcome.CAMPAIGN_UNKNOWN ? "campaign" : VIEWERS));
        } else if (sent < viewers.size()) {
            exchange.whenRefused(json -> json.name("listed").value(sent));
            send(exchange, campaign, viewers, sent);
        } else {
            answer(exchange, reply, campaign, sent);
        }
    }

    private static void answer(final Exchange exchange, final Reply reply, final long campaign, final int listed) {
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("campaign").value(campaign);
        json.name("listed").value(listed);
        json.name("sequence").value(reply.sequence());
        json.name("at").time(reply.timeMs());
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK);
    }

    private static CommandWriter invite(final long actor, final long campaign, final List<Long> viewers) {
        return (buffer, offset) -> {
            final InviteToCampaignEncoder encoder = new InviteToCampaignEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .campaign(campaign);
            final InviteToCampaignEncoder.ViewersEncoder each = encoder.viewersCount(viewers.size());
            viewers.forEach(viewer -> each.next().viewer(viewer));
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }
}
