package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** One refusal as it is told: problem+json over HTTP (RFC 9457), a {@code refused} frame in a live room. */
public final class Problem {
    private static final String TYPE_PREFIX = "urn:sluice:problem:";
    private static final long ABSENT = Long.MIN_VALUE;

    private final ProblemCode code;
    private final String detail;
    private String field;
    private Consumer<JsonWriter> members = json -> {};
    private long offer = ABSENT;
    private long available = ABSENT;
    private long limit = ABSENT;
    private long remaining = ABSENT;
    private long totalFen = ABSENT;
    private long opensAtMs = ABSENT;
    private long closesAtMs = ABSENT;
    private long sequence = ABSENT;
    private long retryAfterSeconds = ABSENT;

    /**
     * A problem without further fields.
     *
     * @param code    what kind.
     * @param detail  this case in an English sentence.
     */
    public Problem(final ProblemCode code, final String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** What kind of problem. */
    public ProblemCode code() {
        return code;
    }

    /** Whole seconds to wait, 0 when waiting does not help. */
    public long retryAfterSeconds() {
        return retryAfterSeconds == ABSENT ? 0 : retryAfterSeconds;
    }

    /** The field, parameter or header at fault. */
    public Problem field(final String name) {
        field = name;
        return this;
    }

    /** The offer at fault. */
    public Problem offer(final long id) {
        offer = id;
        return this;
    }

    /** Units left of it. */
    public Problem available(final long units) {
        available = units;
        return this;
    }

    /** The limit, in units a viewer or in bytes. */
    public Problem limit(final long most) {
        limit = most;
        return this;
    }

    /** What the limit still allows. */
    public Problem remaining(final long units) {
        remaining = units;
        return this;
    }

    /** What the order costs now. */
    public Problem totalFen(final long fen) {
        totalFen = fen;
        return this;
    }

    /** When the sale begins, epoch ms. */
    public Problem opensAtMs(final long epochMs) {
        opensAtMs = epochMs;
        return this;
    }

    /** When the sale ended, epoch ms. */
    public Problem closesAtMs(final long epochMs) {
        closesAtMs = epochMs;
        return this;
    }

    /** The refusal's record. */
    public Problem sequence(final long number) {
        sequence = number;
        return this;
    }

    /** Whole seconds to wait, at least 1. */
    public Problem retryAfterSeconds(final long seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    /** Members that only this kind of problem has, written into an object that is open. */
    public Problem members(final Consumer<JsonWriter> writer) {
        members = writer;
        return this;
    }

    /** As problem+json. */
    public Buffer toBuffer(final JsonWriter json) {
        json.reset().beginObject().name("type").value(TYPE_PREFIX + code.name());
        writeFields(json);
        return json.endObject().toBuffer();
    }

    /** Writes every field but {@code type} into an object that is open. */
    public void writeFields(final JsonWriter json) {
        json.name("title").value(code.title());
        json.name("status").value(code.status());
        json.name("detail").value(detail);
        json.name("code").value(code.name());
        if (field != null) {
            json.name("field").value(field);
        }
        number(json, "offer", offer);
        number(json, "available", available);
        number(json, "limit", limit);
        number(json, "remaining", remaining);
        number(json, "totalFen", totalFen);
        time(json, "opensAt", opensAtMs);
        time(json, "closesAt", closesAtMs);
        number(json, "sequence", sequence);
        number(json, "retryAfterSeconds", retryAfterSeconds);
        members.accept(json);
    }

    private static void number(final JsonWriter json, final String name, final long value) {
        if (value != ABSENT) {
            json.name(name).value(value);
        }
    }

    private static void time(final JsonWriter json, final String name, final long epochMs) {
        if (epochMs != ABSENT) {
            json.name(name).time(epochMs);
        }
    }
}
