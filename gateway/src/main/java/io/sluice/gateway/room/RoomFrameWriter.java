package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.view.ItemView;
import io.sluice.engine.view.OfferTerms;
import io.sluice.engine.view.OfferView;
import io.sluice.engine.view.PriceWindows;
import io.sluice.engine.view.RoomView;
import io.sluice.engine.view.TipRanking;
import io.sluice.gateway.http.JsonWriter;
import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.LongArrayList;

/** Writes the frames that go to every viewer of a room: the tick and the whole picture. On the ticker's event loop. */
public final class RoomFrameWriter {
    /** A time past the year 9999 stands for no time: the contract's times have four digits for the year. */
    private static final long NO_TIME_MS = 253_402_300_800_000L;

    private static final Comparator<OfferView> BY_ID = Comparator.comparingLong(OfferView::id);

    private final ViewerDirectory directory;
    private final JsonWriter json = new JsonWriter();

    /** A writer that calls viewers as {@code directory} does. */
    public RoomFrameWriter(final ViewerDirectory directory) {
        this.directory = directory;
    }

    /**
     * What changed in a room since its last tick, as a {@code tick} frame with one reference, which is the caller's.
     *
     * @param sequence  number of the record it is true at.
     * @param nowMs     core time of the tick, epoch ms.
     */
    public ByteBuf tick(final RoomFlow flow, final long sequence, final long nowMs) {
        final RoomView room = flow.view();
        json.reset().beginObject().name("t").value("tick").name("seq").value(sequence);
        json.name("now").value(nowMs);
        writeStock(room.changedOffers());
        writeWaiting(room.changedOffers());
        writeChangedOffers(room.changedOffers(), nowMs);
        if (room.pinChanged()) {
            writePin("pin", room.pinnedOffer());
        }
        if (room.stateChanged()) {
            json.name("state").value(room.state().name());
        }
        if (room.bookedChanged()) {
            json.name("booked").value(room.booked());
        }
        if (flow.rainChanged()) {
            writeRain(flow.rain());
        }
        if (room.slowChanged()) {
            json.name("slowSeconds").value(room.slowSeconds());
        }
        writeHidden(room.hidden(), room.newlyHidden());
        writeTalk(flow);
        writeTips(flow);
        if (room.tipsChanged()) {
            writeTippers(room.tips());
        }
        if (room.likesChanged()) {
            json.name("likes").value(room.likes());
        }
        if (flow.viewersChanged()) {
            final int viewers = flow.live().audience();
            json.name("viewers").value(viewers);
            flow.viewersTold(viewers, nowMs);
        }
        json.endObject();
        return WireFrames.text(json);
    }

    /** All of a room, as a {@code room} frame with one reference. */
    ByteBuf picture(final RoomFlow flow, final long sequence, final long nowMs) {
        json.reset().beginObject().name("t").value("room");
        writePicture(flow, sequence, nowMs);
        json.endObject();
        return WireFrames.text(json);
    }

    /** All of a room, as the body that HTTP answers. */
    Buffer snapshot(final RoomFlow flow, final long sequence, final long nowMs) {
        json.reset().beginObject();
        writePicture(flow, sequence, nowMs);
        json.endObject();
        return Buffer.buffer(json.toBytes());
    }

    private void writeStock(final List<OfferView> changed) {
        boolean open = false;
        for (int i = 0; i < changed.size(); i++) {
            final OfferView offer = changed.get(i);
            if (offer.stockChanged() && !offer.termsChanged()) {
                if (!open) {
                    json.name("stock").beginObject();
                    open = true;
                }
                json.name(Long.toString(offer.id())).value(offer.available());
            }
        }
        if (open) {
            json.endObject();
        }
    }

    private void writeWaiting(final List<OfferView> changed) {
        boolean open = false;
        for (int i = 0; i < changed.size(); i++) {
            final OfferView offer = changed.get(i);
            if (offer.waitingChanged() && !offer.termsChanged()) {
                if (!open) {
                    json.name("waiting").beginObject();
                    open = true;
                }
                json.name(Long.toString(offer.id())).value(offer.waiting());
            }
        }
        if (open) {
            json.endObject();
        }
    }

    private void writeChangedOffers(final List<OfferView> changed, final long nowMs) {
        boolean open = false;
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).termsChanged()) {
                if (!open) {
                    json.name("offers").beginArray();
                    open = true;
                }
                writeOffer(changed.get(i), nowMs);
            }
        }
        if (open) {
            json.endArray();
        }
    }

    private void writeTalk(final RoomFlow flow) {
        if (!flow.comments().isEmpty()) {
            writeComments(flow.comments());
        }
        if (flow.commentsShed() > 0) {
            json.name("shed").value(flow.commentsShed());
        }
        final List<RoomFlow.Bought> boughts = flow.boughts();
        if (!boughts.isEmpty()) {
            json.name("bought").beginArray();
            for (int i = 0; i < boughts.size(); i++) {
                final RoomFlow.Bought bought = boughts.get(i);
                json.beginObject().name("name").value(bought.name());
                json.name("offer").value(bought.offer());
                json.name("quantity").value(bought.quantity()).endObject();
            }
            json.endArray();
        }
        if (flow.boughtMore() > 0) {
            json.name("boughtMore").value(flow.boughtMore());
        }
    }

    private void writeTips(final RoomFlow flow) {
        final List<RoomFlow.Tip> tips = flow.tips();
        if (!tips.isEmpty()) {
            json.name("tips").beginArray();
            for (int i = 0; i < tips.size(); i++) {
                final RoomFlow.Tip tip = tips.get(i);
                json.beginObject().name("who").value(tip.who());
                json.name("title").value(tip.title());
                json.name("quantity").value(tip.quantity());
                json.name("fen").value(tip.fen()).endObject();
            }
            json.endArray();
        }
        if (flow.tipsMore() > 0) {
            json.name("tipsMore").value(flow.tipsMore());
        }
    }

    private void writeTippers(final TipRanking ranking) {
        json.name("tippers").beginArray();
        final int places = ranking.size();
        for (int place = 0; place < places; place++) {
            json.beginObject().name("who").value(directory.nameOf(ranking.viewer(place)));
            json.name("fen").value(ranking.totalFen(place)).endObject();
        }
        json.endArray();
    }

    private void writePicture(final RoomFlow flow, final long sequence, final long nowMs) {
        final RoomView room = flow.view();
        json.name("room").value(room.id());
        json.name("title").value(room.title());
        json.name("state").value(room.state().name());
        json.name("startsAt").time(room.startsAtMs());
        if (!room.streamUrl().isEmpty()) {
            json.name("streamUrl").value(room.streamUrl());
        }
        if (room.state() == RoomState.SCHEDULED) {
            json.name("booked").value(room.booked());
        }
        json.name("sequence").value(sequence);
        json.name("now").time(nowMs);
        writePin("pinned", room.pinnedOffer());
        json.name("viewers").value(flow.live().audience());
        json.name("likes").value(room.likes());
        json.name("offers").beginArray();
        room.offers().stream().sorted(BY_ID).forEachOrdered(offer -> writeOffer(offer, nowMs));
        json.endArray();
        writeComments(flow.shown());
        if (room.slowSeconds() > 0) {
            json.name("slowSeconds").value(room.slowSeconds());
        }
        writeHidden(room.hidden(), room.hidden().size());
        if (flow.rain() != null) {
            writeRain(flow.rain());
        }
        writeTippers(room.tips());
    }

    private void writePin(final String name, final long offer) {
        json.name(name);
        if (offer == 0) {
            json.nullValue();
        } else {
            json.value(offer);
        }
    }

    private void writeRain(final RoomFlow.Rain rain) {
        json.name("rain");
        if (rain == null) {
            json.nullValue();
        } else {
            json.beginObject().name("campaign").value(rain.campaign());
            json.name("title").value(rain.title());
            json.name("until").time(rain.untilMs()).endObject();
        }
    }

    private void writeComments(final Iterable<RoomFlow.Comment> comments) {
        json.name("comments").beginArray();
        for (final RoomFlow.Comment comment : comments) {
            json.beginObject().name("id").value(comment.id());
            json.name("name").value(comment.name());
            json.name("text").value(comment.text()).endObject();
        }
        json.endArray();
    }

    /** The last so many. */
    private void writeHidden(final LongArrayList hidden, final int count) {
        if (count > 0) {
            json.name("hidden").beginArray();
            for (int i = hidden.size() - count; i < hidden.size(); i++) {
                json.value(hidden.getLong(i));
            }
            json.endArray();
        }
    }

    private void writeOffer(final OfferView offer, final long nowMs) {
        final OfferTerms terms = offer.terms();
        final ItemView item = offer.item();
        json.beginObject().name("offer").value(offer.id());
        json.name("item").value(item.id());
        json.name("title").value(item.title());
        if (item.kind() != ItemKind.GOODS) {
            json.name("kind").value(item.kind().name());
        }
        if (offer.pack() != null) {
            writePack(offer);
        }
        if (!item.image().isEmpty()) {
            json.name("image").value(item.image());
        }
        json.name("priceFen").value(terms.priceFenAt(nowMs));
        json.name("listPriceFen").value(terms.listPriceFen());
        if (terms.perViewerLimit() > 0) {
            json.name("perViewerLimit").value(terms.perViewerLimit());
        }
        json.name("available").value(offer.available());
        writeTime("opensAt", terms.opensAtMs());
        writeTime("closesAt", terms.closesAtMs());
        json.name("holdSeconds").value(terms.holdSeconds());
        writeLine(offer);
        json.name("state").value(stateAt(terms, nowMs));
        writeNextPrice(terms, nowMs);
        writeWindows(terms.windows());
        json.endObject();
    }

    /** A line that was closed has who waits in it still, until the last one is sent home. */
    private void writeLine(final OfferView offer) {
        final boolean hasLine = offer.terms().turnSeconds() > 0 && offer.pack() == null;
        if (hasLine) {
            json.name("turnSeconds").value(offer.terms().turnSeconds());
        }
        if (hasLine || offer.waiting() > 0) {
            json.name("waiting").value(offer.waiting());
        }
    }

    private void writePack(final OfferView offer) {
        json.name("pack").beginObject().name("units").value(offer.pack().units());
        json.name("campaign").value(offer.pack().campaign());
        json.name("title").value(offer.packTitle()).endObject();
    }

    private static String stateAt(final OfferTerms terms, final long nowMs) {
        if (terms.isOpenAt(nowMs)) {
            return "ON_SALE";
        }
        return nowMs < terms.opensAtMs() ? "UPCOMING" : "CLOSED";
    }

    private void writeNextPrice(final OfferTerms terms, final long nowMs) {
        final long changeMs = terms.nextPriceChangeMs(nowMs);
        if (changeMs < NO_TIME_MS) {
            json.name("nextPrice").beginObject().name("at").time(changeMs);
            json.name("priceFen").value(terms.priceFenAt(changeMs)).endObject();
        }
    }

    private void writeWindows(final PriceWindows windows) {
        json.name("priceWindows").beginArray();
        for (int i = 0; i < windows.count(); i++) {
            json.beginObject().name("from").time(windows.fromMs(i));
            json.name("to").time(windows.toMs(i));
            json.name("priceFen").value(windows.priceFen(i)).endObject();
        }
        json.endArray();
    }

    private void writeTime(final String name, final long timeMs) {
        if (timeMs < NO_TIME_MS) {
            json.name(name).time(timeMs);
        }
    }
}
