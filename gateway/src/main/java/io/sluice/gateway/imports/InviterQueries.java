package io.sluice.gateway.imports;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.FindInvitersEncoder;
import io.sluice.engine.protocol.codec.InvitersDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;
import org.agrona.MutableDirectBuffer;

/** Asks for as many viewers at once as a query may have, by the lane of the list's commands. One thread. */
final class InviterQueries implements ViewerLookup {
    private final CommandLane lane;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InvitersDecoder inviters = new InvitersDecoder();
    private Query filling;
    private int unanswered;
    private int room;
    private ImportFault whyNot;

    InviterQueries(final CommandLane lane) {
        this.lane = lane;
    }

    @Override
    public void ask(final long viewer, final ViewerAnswer answer) throws InterruptedException {
        if (filling == null) {
            filling = new Query(answer);
        }
        filling.viewers[filling.size++] = viewer;
        if (filling.size == ProtocolLimits.MAX_VIEWERS_A_QUERY) {
            send();
        }
    }

    @Override
    public ImportFault await() throws InterruptedException {
        if (filling != null) {
            send();
        }
        while (unanswered > 0) {
            lane.hear();
        }
        return whyNot;
    }

    @Override
    public int room() {
        return room;
    }

    /** After the first that could not be sent, none is: each would wait as long. */
    private void send() throws InterruptedException {
        final Query query = filling;
        filling = null;
        if (whyNot == null) {
            whyNot = lane.send(query, query);
            unanswered += whyNot == null ? 1 : 0;
        }
    }

    /** A query, until it is answered. */
    private final class Query implements CommandWriter, ReplyHandler {
        private final ViewerAnswer answer;
        private final long[] viewers = new long[ProtocolLimits.MAX_VIEWERS_A_QUERY];
        private int size;

        Query(final ViewerAnswer answer) {
            this.answer = answer;
        }

        @Override
        public int write(final MutableDirectBuffer buffer, final int offset) {
            final FindInvitersEncoder encoder =
                    new FindInvitersEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
            final FindInvitersEncoder.ViewersEncoder each = encoder.viewersCount(size);
            for (int i = 0; i < size; i++) {
                each.next().viewer(viewers[i]);
            }
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        }

        @Override
        public void onReply(final Reply reply) {
            unanswered--;
            inviters.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
            room = inviters.room();
            final InvitersDecoder.ViewersDecoder each = inviters.viewers();
            for (int i = 0; i < size; i++) {
                each.next();
                answer.onViewer(viewers[i], each.inviter(), each.known() != 0);
            }
        }

        @Override
        public void onLate() {
            unanswered--;
            whyNot = ImportFault.ANSWER_LATE;
        }
    }
}
