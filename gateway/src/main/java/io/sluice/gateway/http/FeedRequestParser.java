package io.sluice.gateway.http;

import io.sluice.engine.journal.ConsumerRegistry;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the parameters of the journal feed strictly. Any thread. */
final class FeedRequestParser {
    private static final Set<String> PARAMETERS = Set.of(
            "from", "at", "follow", "room", "offer", "viewer", "order", "type", "outcome", "consumer", "heartbeat");
    private static final List<String> OUTCOMES = Text.names(Outcome.class);
    private static final int DEFAULT_HEARTBEAT_SECONDS = 15;
    private static final int MAX_HEARTBEAT_SECONDS = 60;

    private FeedRequestParser() {}

    /** Reads them; {@code last} is the newest durable record. */
    static FeedRequest parse(final Exchange exchange, final long last) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        return new FeedRequest(position(query, last), filter(query), consumer(query), heartbeat(query));
    }

    private static JournalPosition position(final MultiMap query, final long last) {
        final String from = query.get("from");
        final String at = query.get("at");
        if (from != null && at != null) {
            throw JsonBody.invalid("at", "must not be given together with from");
        }
        final long first = from == null ? 1 : from(query, last);
        return new JournalPosition(at == null ? first : 0, at == null ? 0 : at(at), last, follow(query.get("follow")));
    }

    private static long from(final MultiMap query, final long last) {
        final long first = number(query, "from", ProtocolLimits.MAX_ID);
        if (first > last + 1) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.SEQUENCE_AHEAD, "The last record is " + last + ".").sequence(last));
        }
        return first;
    }

    private static long at(final String at) {
        try {
            return Rfc3339.parse(at);
        } catch (final DateTimeException e) {
            throw JsonBody.invalid("at", "must be an RFC 3339 time such as 2026-11-21T12:00:00.000Z");
        }
    }

    private static boolean follow(final String follow) {
        if (follow == null || follow.equals("false")) {
            return false;
        }
        if (follow.equals("true")) {
            return true;
        }
        throw JsonBody.invalid("follow", "must be true or false");
    }

    private static RecordFilter filter(final MultiMap query) {
        return new RecordFilter(
                number(query, "room", ProtocolLimits.MAX_ID),
                number(query, "offer", ProtocolLimits.MAX_ID),
                number(query, "viewer", ProtocolLimits.MAX_ID),
                number(query, "order", Long.MAX_VALUE),
                types(query.get("type")),
                outcomes(query.get("outcome")));
    }

    private static Set<String> types(final String list) {
        final Set<String> types = new LinkedHashSet<>();
        for (final String type : names(list)) {
            if (!RecordJson.isTypeName(type)) {
                throw JsonBody.invalid(
                        "type", "must be types of events such as io.sluice.order.pay, with commas between");
            }
            types.add(type);
        }
        return types;
    }

    private static Set<Outcome> outcomes(final String list) {
        final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (final String outcome : names(list)) {
            if (!OUTCOMES.contains(outcome)) {
                throw JsonBody.invalid("outcome", "must be outcomes such as SOLD_OUT, with commas between");
            }
            outcomes.add(Outcome.valueOf(outcome));
        }
        return outcomes;
    }

    /** The names of a list; a comma too many leaves an empty one, which is no name. */
    private static String[] names(final String list) {
        return list == null ? new String[0] : list.split(",", -1);
    }

    private static String consumer(final MultiMap query) {
        final String consumer = query.get("consumer");
        if (consumer != null && !ConsumerRegistry.isName(consumer)) {
            throw JsonBody.invalid(
                    "consumer", "must be 1 to 64 letters, digits, points, hyphens and underscores, and no point first");
        }
        return consumer;
    }

    private static int heartbeat(final MultiMap query) {
        final long seconds = number(query, "heartbeat", MAX_HEARTBEAT_SECONDS);
        return seconds == 0 ? DEFAULT_HEARTBEAT_SECONDS : (int) seconds;
    }

    /** A number from 1 to {@code most}; 0 when it is not given. */
    private static long number(final MultiMap query, final String name, final long most) {
        final String text = query.get(name);
        if (text == null) {
            return 0;
        }
        final long number = Text.id(text, most);
        if (number < 0) {
            throw JsonBody.invalid(name, "must be an integer from 1 to " + most);
        }
        return number;
    }
}
