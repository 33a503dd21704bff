package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.CallNextEncoder;
import io.sluice.engine.protocol.codec.EndTurnEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.util.function.Predicate;
import org.agrona.MutableDirectBuffer;

/** Offers CallNext and EndTurn commands to the ring. Core thread only: it must not wait for a slot that only itself can free. */
final class LinePublisher {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallNextEncoder callNext = new CallNextEncoder();
    private final EndTurnEncoder endTurn = new EndTurnEncoder();
    private final CommandWriter callWriter = this::writeCall;
    private final CommandWriter endWriter = this::writeEnd;
    private Predicate<CommandWriter> ring;
    private long viewer;
    private long offer;

    /** Names the ring, which is built around the handlers that need this; it answers whether there was a slot. */
    void publishTo(final Predicate<CommandWriter> commandRing) {
        ring = commandRing;
    }

    /** Offers to call the first in the line of an offer; whether there was a slot. */
    boolean offerCall(final long calledOffer) {
        offer = calledOffer;
        return ring.test(callWriter);
    }

    /** Offers to end a viewer's turn at an offer; whether there was a slot. */
    boolean offerEnd(final long endedViewer, final long endedOffer) {
        viewer = endedViewer;
        offer = endedOffer;
        return ring.test(endWriter);
    }

    private int writeCall(final MutableDirectBuffer buffer, final int offset) {
        callNext.wrapAndApplyHeader(buffer, offset, header).offer(offer);
        return MessageHeaderEncoder.ENCODED_LENGTH + callNext.encodedLength();
    }

    private int writeEnd(final MutableDirectBuffer buffer, final int offset) {
        endTurn.wrapAndApplyHeader(buffer, offset, header).viewer(viewer).offer(offer);
        return MessageHeaderEncoder.ENCODED_LENGTH + endTurn.encodedLength();
    }
}
