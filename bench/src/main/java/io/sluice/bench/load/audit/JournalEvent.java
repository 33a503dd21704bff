package io.sluice.bench.load.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;

/** One line of the journal feed, as {@code docs/asyncapi.yaml} has it. A field that is not there is 0, or empty. */
final class JournalEvent {
    private static final ObjectReader JSON = new ObjectMapper().reader();

    private final Kind kind;
    private final JsonNode data;

    private JournalEvent(final Kind kind, final JsonNode data) {
        this.kind = kind;
        this.data = data;
    }

    /** What the audit tells apart. */
    enum Kind {
        /** A press of the button. */
        PLACE("io.sluice.order.place"),
        /** An order given back. */
        CANCEL("io.sluice.order.cancel"),
        /** A hold that ended. */
        EXPIRE("io.sluice.order.expire"),
        /** Money that came. */
        PAY("io.sluice.order.pay"),
        /** Money that went back. */
        REFUND("io.sluice.order.refund"),
        /** Units that came or were written off. */
        STOCK("io.sluice.item.stock"),
        /** A second person agreed to a write-off. */
        APPROVE("io.sluice.proposal.approve"),
        /** An offer's terms. */
        OFFER("io.sluice.offer.save"),
        /** A campaign's terms. */
        CAMPAIGN("io.sluice.campaign.save"),
        /** A claim of a coupon. */
        CLAIM("io.sluice.coupon.claim"),
        /** How far the feed has looked: no record. */
        POSITION("io.sluice.journal.position"),
        /** Any other record: its number is taken. */
        OTHER("");

        private final String type;

        Kind(final String type) {
            this.type = type;
        }

        private static Kind of(final String type) {
            for (final Kind kind : values()) {
                if (kind.type.equals(type)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /** Units of an offer and its item, which is 0 in a record that does not name it. */
    record Line(long offer, long item, int quantity) {}

    /** What a record says is left of an item. */
    record Stock(long item, long available) {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none of the feed's; the message says why.
     */
    static JournalEvent parse(final String text) {
        final JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (final JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
        final JsonNode data = node.path("data");
        if (!node.path("type").isTextual() || !data.path("sequence").canConvertToLong()) {
            throw new IllegalArgumentException("it has no type, or no data.sequence");
        }
        return new JournalEvent(Kind.of(node.path("type").asText()), data);
    }

    Kind kind() {
        return kind;
    }

    long sequence() {
        return number("sequence");
    }

    String outcome() {
        return data.path("outcome").asText();
    }

    /** Whether it is of this kind and took effect so. */
    boolean is(final Kind wanted, final String outcome) {
        return kind == wanted && outcome().equals(outcome);
    }

    long number(final String field) {
        return data.path(field).asLong();
    }

    String text(final String field) {
        return data.path(field).asText();
    }

    List<Line> lines() {
        final List<Line> lines = new ArrayList<>();
        for (final JsonNode line : data.path("lines")) {
            lines.add(new Line(
                    line.path("offer").asLong(),
                    line.path("item").asLong(),
                    line.path("quantity").asInt()));
        }
        return lines;
    }

    List<Stock> stocks() {
        final List<Stock> stocks = new ArrayList<>();
        for (final JsonNode stock : data.path("stocks")) {
            stocks.add(new Stock(
                    stock.path("item").asLong(), stock.path("available").asLong()));
        }
        return stocks;
    }
}
