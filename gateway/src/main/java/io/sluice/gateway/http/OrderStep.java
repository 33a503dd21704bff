package io.sluice.gateway.http;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;

/** Writes one step of an order's story: who took it, and the record as the journal feed shows it. One thread. */
final class OrderStep {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final CancelOrderDecoder cancel = new CancelOrderDecoder();
    private final PayOrderDecoder pay = new PayOrderDecoder();
    private final RefundOrderDecoder refund = new RefundOrderDecoder();
    private final RequestRefundDecoder request = new RequestRefundDecoder();
    private final WithdrawRefundRequestDecoder withdrawn = new WithdrawRefundRequestDecoder();
    private final RecordJson events = new RecordJson();

    /** Who takes a step of an order. */
    private enum By {
        /** Its owner. */
        VIEWER,
        /** One of the brand's people. */
        OPERATOR,
        /** The payment provider. */
        PROVIDER,
        /** The engine itself, when a hold is over. */
        ENGINE
    }

    /** Writes the contract's schema OrderStep. */
    void write(final RecordFlyweight record, final JsonWriter json) {
        json.beginObject();
        writeActor(record, json);
        json.name("event");
        events.write(record, json);
        json.endObject();
    }

    private void writeActor(final RecordFlyweight record, final JsonWriter json) {
        switch (record.commandType()) {
            case PlaceOrderDecoder.TEMPLATE_ID ->
                write(
                        json,
                        By.VIEWER,
                        place.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .viewer());
            case CancelOrderDecoder.TEMPLATE_ID -> {
                cancel.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
                // A record of before the schema's fifth version has no actor.
                final boolean isOwner = cancel.actor() <= 0;
                write(json, isOwner ? By.VIEWER : By.OPERATOR, isOwner ? cancel.viewer() : cancel.actor());
            }
            case RequestRefundDecoder.TEMPLATE_ID ->
                write(
                        json,
                        By.OPERATOR,
                        request.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .actor());
            case DeclineRefundDecoder.TEMPLATE_ID -> write(json, By.PROVIDER, 0);
            case WithdrawRefundRequestDecoder.TEMPLATE_ID ->
                write(
                        json,
                        By.OPERATOR,
                        withdrawn
                                .wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .actor());
            case ExpireOrderDecoder.TEMPLATE_ID -> write(json, By.ENGINE, 0);
            case PayOrderDecoder.TEMPLATE_ID ->
                // A viewer confirms an order that costs nothing, and plays the provider in the demo.
                writeUnlessProvider(
                        json,
                        By.VIEWER,
                        pay.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .actor());
            case RefundOrderDecoder.TEMPLATE_ID ->
                writeUnlessProvider(
                        json,
                        By.OPERATOR,
                        refund.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .actor());
            default -> throw new IllegalArgumentException("command type=" + record.commandType() + " is no step");
        }
    }

    /** The provider's word comes without an actor. */
    private static void writeUnlessProvider(final JsonWriter json, final By otherwise, final long actor) {
        write(json, actor == 0 ? By.PROVIDER : otherwise, actor);
    }

    private static void write(final JsonWriter json, final By by, final long actor) {
        json.name("by").value(by.name());
        OrderAnswerWriter.writeId(json, "actor", actor);
    }
}
