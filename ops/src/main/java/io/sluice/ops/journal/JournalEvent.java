package io.sluice.ops.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.RecordJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A record as the event the HTTP feed gives out: its JSON, its fields, and a line for people. One thread. */
final class JournalEvent {
    private static final String TYPE_PREFIX = "io.sluice.";

    /** Who is what of those who earn. */
    private static final Map<String, List<String>> PAYEES = Map.of(
            "store", List.of("STORE"),
            "guide", List.of("GUIDE", "HOST"),
            "inviter", List.of("INVITER"),
            "secondInviter", List.of("SECOND_INVITER"));

    private static final Pattern PLAIN = Pattern.compile("[\\w.:/+-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final String json;
    private JsonObject parsed;

    private JournalEvent(final String json) {
        this.json = json;
    }

    /** Takes a record apart with the caller's writers; nothing of the record is kept. */
    static JournalEvent of(final RecordFlyweight record, final RecordJson recordJson, final JsonWriter writer) {
        writer.reset();
        recordJson.write(record, writer);
        return new JournalEvent(new String(writer.toBytes(), StandardCharsets.UTF_8));
    }

    /** The event as one JSON object. */
    String json() {
        return json;
    }

    private JsonObject event() {
        if (parsed == null) {
            parsed = new JsonObject(json);
        }
        return parsed;
    }

    private JsonObject data() {
        return event().getJsonObject("data");
    }

    /** The data's own JSON object. */
    String dataJson() {
        return data().encode();
    }

    /** The type without its prefix, as in {@code order.place}. */
    String type() {
        return shortType(event().getString("type"));
    }

    /** A type without the prefix that all of them have. */
    static String shortType(final String type) {
        return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
    }

    /** Core time of the decision, RFC 3339. */
    String time() {
        return event().getString("time");
    }

    /** What it is about, as in {@code orders/12}. */
    String subject() {
        return event().getString("subject");
    }

    /** A field of the data as it is written there, empty when there is none. */
    String field(final String name) {
        final Object value = data().getValue(name);
        return value == null ? "" : value.toString();
    }

    /** A field of who an order is put down to, or of who a record is about; empty when there is none. */
    String attribution(final String name) {
        final JsonObject attribution = data().getJsonObject("attribution");
        final Object value = attribution == null ? null : attribution.getValue(name);
        return value == null ? field(name) : value.toString();
    }

    /** What all payees together earn by it, empty when it moves no commission. */
    String commissionFen() {
        return sumOf("commission", "fen");
    }

    /** How many points all viewers together have more by it, empty when it moves none. */
    String pointsMoved() {
        return sumOf("pointMoves", "points");
    }

    private String sumOf(final String array, final String field) {
        final JsonArray entries = data().getJsonArray(array);
        return entries == null
                ? ""
                : Long.toString(entries.stream()
                        .mapToLong(each -> ((JsonObject) each).getLong(field))
                        .sum());
    }

    /**
     * Whether the data, who it is put down to, one of its lines, stocks, viewers, moves of points or places, or stores has a field
     * of this value, or one who earns by it is that.
     */
    boolean names(final String field, final long id) {
        return attribution(field).equals(Long.toString(id))
                || isId(data().getValue(field), id)
                || isAmong("lines", field, id)
                || isAmong("stocks", field, id)
                || isAmong("viewers", field, id)
                || isAmong("pointMoves", field, id)
                || isAmong("placeMoves", field, id)
                || earns(field, id)
                || (field.equals("store") && isOneOf("stores", id))
                || (field.equals("offer") && isOneOf("offers", id));
    }

    private boolean earns(final String field, final long id) {
        final JsonArray commission = data().getJsonArray("commission");
        final List<String> payees = PAYEES.getOrDefault(field, List.of());
        return commission != null
                && commission.stream()
                        .map(JsonObject.class::cast)
                        .anyMatch(each -> payees.contains(each.getString("payee")) && each.getLong("id") == id);
    }

    /** Whether an array of ids has this one, as in the stores of a guide or the offers of a campaign. */
    private boolean isOneOf(final String array, final long id) {
        final JsonArray ids = data().getJsonArray(array);
        return ids != null && ids.stream().anyMatch(each -> isId(each, id));
    }

    private boolean isAmong(final String array, final String field, final long id) {
        final JsonArray entries = data().getJsonArray(array);
        return entries != null && entries.stream().anyMatch(each -> isId(((JsonObject) each).getValue(field), id));
    }

    /** Ids of orders stand in events as strings, all others as numbers. */
    private static boolean isId(final Object value, final long id) {
        return value != null && value.toString().equals(Long.toString(id));
    }

    /** One line without control or format characters: sequence, time, type, outcome, subject, and what else the data says. */
    String line() {
        final StringBuilder line = new StringBuilder();
        line.append(String.format(
                Locale.ROOT,
                "%-8s %s  %-14s %-18s %s",
                field("sequence"),
                time(),
                type(),
                field("outcome"),
                subject()));
        for (final Map.Entry<String, Object> each : data()) {
            switch (each.getKey()) {
                case "sequence", "previousHash", "outcome" -> {}
                default -> line.append(' ').append(each.getKey()).append('=').append(shown(each.getValue()));
            }
        }
        return line.toString();
    }

    /** What viewers wrote is quoted, and can neither move a terminal's cursor nor turn the order of what it shows. */
    private static String shown(final Object value) {
        final String text = String.valueOf(value);
        final String quoted = value instanceof String && !PLAIN.matcher(text).matches()
                ? '"' + text.replace("\"", "\\\"") + '"'
                : text;
        return CONTROL.matcher(quoted).replaceAll("?");
    }
}
