package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.BodyField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** First answers by owner and key, oldest first. */
final class NaiveKeys {
    private final Map<Owned, First> answers = new LinkedHashMap<>();
    private final ToLongFunction<CoreLimits> maxAnswers;
    private final ToLongFunction<CoreLimits> retentionMs;
    private CoreLimits limits = CoreLimits.DEFAULT;

    NaiveKeys(final ToLongFunction<CoreLimits> maxAnswers, final ToLongFunction<CoreLimits> retentionMs) {
        this.maxAnswers = maxAnswers;
        this.retentionMs = retentionMs;
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    First find(final long owner, final String key) {
        return answers.get(new Owned(owner, key));
    }

    /** Whether one more fits, after those were dropped that are too many and old enough. */
    boolean hasRoom(final long nowMs) {
        while (answers.size() >= maxAnswers.applyAsLong(limits)) {
            final Map.Entry<Owned, First> oldest = answers.entrySet().iterator().next();
            if (nowMs - oldest.getValue().timeMs() < retentionMs.applyAsLong(limits)) {
                return false;
            }
            answers.remove(oldest.getKey());
        }
        return true;
    }

    void keep(final long owner, final String key, final First first) {
        answers.put(new Owned(owner, key), first);
    }

    /** Part of a body. */
    record Field(BodyField name, Object value) {}

    /** A first answer and the body it was given to; {@code order} is null when there is none. */
    record First(List<Field> body, Verdict verdict, NaiveOrder order, long timeMs) {
        /** The first field that is another in this body, null when it is the same body. */
        BodyField differenceTo(final List<Field> other) {
            for (int i = 0; i < body.size(); i++) {
                if (!body.get(i).equals(other.get(i))) {
                    return body.get(i).name();
                }
            }
            return null;
        }
    }

    private record Owned(long owner, String key) {}
}
