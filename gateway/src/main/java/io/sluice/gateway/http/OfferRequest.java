package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** An offer as an operator wants it, read from a body and written as a command. */
final class OfferRequest implements CommandWriter {
    private final long actor;
    private final long room;
    private final long offer;
    private final List<Window> windows = new ArrayList<>();
    private long item;
    private long listPriceFen = -1;
    private long opensAtMs = OfferTimes.NEVER_MS;
    private long closesAtMs = OfferTimes.NEVER_MS;
    private int perViewerLimit;
    private int holdSeconds = OfferTimes.DEFAULT_HOLD_SECONDS;
    private int turnSeconds;

    OfferRequest(final long actor, final long room, final long offer) {
        this.actor = actor;
        this.room = room;
        this.offer = offer;
    }

    OfferRequest parse(final byte[] body) {
        final JsonBody json = JsonBody.open(body, body.length);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            parseField(json, name);
        }
        json.end();
        json.require(item != 0, "item");
        json.require(listPriceFen >= 0, "listPriceFen");
        if (closesAtMs <= opensAtMs && opensAtMs != OfferTimes.NEVER_MS) {
            throw JsonBody.invalid("closesAt", "must be later than opensAt");
        }
        orderWindows();
        return this;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        final PutOfferEncoder encoder = new PutOfferEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .actor(actor)
                .room(room)
                .offer(offer)
                .item(item)
                .listPriceFen(listPriceFen)
                .opensAtMs(opensAtMs)
                .closesAtMs(closesAtMs)
                .perViewerLimit(perViewerLimit)
                .holdSeconds(holdSeconds)
                .turnSeconds(turnSeconds);
        final PutOfferEncoder.PriceWindowsEncoder group = encoder.priceWindowsCount(windows.size());
        for (final Window window : windows) {
            group.next().fromMs(window.fromMs()).toMs(window.toMs()).priceFen(window.priceFen());
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    private void parseField(final JsonBody json, final String name) {
        switch (name) {
            case "item" -> item = json.id();
            case "listPriceFen" -> listPriceFen = json.integer(0, ProtocolLimits.MAX_PRICE_FEN);
            case "perViewerLimit" -> perViewerLimit = (int) json.integer(1, ProtocolLimits.MAX_PER_VIEWER);
            case "opensAt" -> opensAtMs = json.time();
            case "closesAt" -> closesAtMs = json.time();
            case "holdSeconds" ->
                holdSeconds = (int) json.integer(ProtocolLimits.MIN_HOLD_SECONDS, ProtocolLimits.MAX_HOLD_SECONDS);
            case "turnSeconds" -> turnSeconds = (int) json.integer(0, ProtocolLimits.MAX_TURN_SECONDS);
            case "priceWindows" -> parseWindows(json);
            default -> throw json.unknown();
        }
    }

    private void parseWindows(final JsonBody json) {
        final String expectation = "must be an array of at most " + ProtocolLimits.MAX_PRICE_WINDOWS + " windows";
        json.beginArray(expectation);
        while (json.nextObject()) {
            if (windows.size() == ProtocolLimits.MAX_PRICE_WINDOWS) {
                throw JsonBody.invalid("priceWindows", expectation);
            }
            windows.add(parseWindow(json, "priceWindows[" + windows.size() + "]"));
        }
    }

    private static Window parseWindow(final JsonBody json, final String place) {
        long fromMs = Long.MIN_VALUE;
        long toMs = Long.MIN_VALUE;
        long priceFen = -1;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "from" -> fromMs = json.time();
                case "to" -> toMs = json.time();
                case "priceFen" -> priceFen = json.integer(0, ProtocolLimits.MAX_PRICE_FEN);
                default -> throw json.unknown();
            }
        }
        json.require(fromMs != Long.MIN_VALUE, place + ".from");
        json.require(toMs != Long.MIN_VALUE, place + ".to");
        json.require(priceFen >= 0, place + ".priceFen");
        if (toMs <= fromMs) {
            throw JsonBody.invalid(place + ".to", "must be later than from");
        }
        return new Window(fromMs, toMs, priceFen);
    }

    /** The contract takes windows in any order, the core in theirs. */
    private void orderWindows() {
        windows.sort(Comparator.comparingLong(Window::fromMs));
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).fromMs() < windows.get(i - 1).toMs()) {
                throw JsonBody.invalid("priceWindows", "must not overlap");
            }
        }
    }

    private record Window(long fromMs, long toMs, long priceFen) {}
}
