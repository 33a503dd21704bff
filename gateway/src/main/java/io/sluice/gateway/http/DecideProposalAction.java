package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /operator/proposals/{proposal}/approve} and {@code DELETE /operator/proposals/{proposal}}. One event loop's. */
final class DecideProposalAction extends DoneAnswer implements Action {
    private final Deciding deciding;

    /**
     * The action.
     *
     * @param deciding  makes the command of who decides and the proposal.
     */
    DecideProposalAction(final Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public void run(final Exchange exchange) {
        final long proposal = exchange.pathId("proposal");
        exchange.send(deciding.command(exchange.identity().subject(), proposal), this);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("item").value(accepted.item());
        json.name("units").value(accepted.detail());
        json.name("available").value(accepted.available());
    }

    /** What becomes of a proposal. */
    @FunctionalInterface
    interface Deciding {
        /** The command. */
        CommandWriter command(long actor, long proposal);
    }
}
