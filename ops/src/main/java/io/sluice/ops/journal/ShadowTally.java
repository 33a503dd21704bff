package io.sluice.ops.journal;

import io.sluice.engine.protocol.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the decisions of a shadow engine compare with the recorded ones. One thread at a time. */
final class ShadowTally {
    /** What was recorded, and what the shadow decided instead. */
    private record Change(Outcome recorded, Outcome shadow) implements Comparable<Change> {
        @Override
        public int compareTo(final Change other) {
            final int byRecorded = recorded.compareTo(other.recorded);
            return byRecorded == 0 ? shadow.compareTo(other.shadow) : byRecorded;
        }
    }

    private final Map<Change, Long> others = new TreeMap<>();
    private long same;
    private long other;
    private long firstOther;
    private long ownExpiries;
    private long worstLateMs;

    /** A command was decided, {@code lateMs} of core time after the recorded one was. */
    void decided(final long sequence, final Outcome recorded, final Outcome shadow, final long lateMs) {
        if (recorded == shadow) {
            same++;
        } else {
            firstOther = other++ == 0 ? sequence : firstOther;
            others.merge(new Change(recorded, shadow), 1L, Long::sum);
        }
        worstLateMs = Math.max(worstLateMs, lateMs);
    }

    /** The shadow let a hold end. */
    void expired() {
        ownExpiries++;
    }

    /** Holds that the shadow let end. */
    long ownExpiries() {
        return ownExpiries;
    }

    /** Core time by which a decision came later than the recorded one, at worst, ms. */
    long worstLateMs() {
        return worstLateMs;
    }

    JsonObject toJson() {
        final JsonArray changes = new JsonArray();
        others.forEach((change, count) -> changes.add(new JsonObject()
                .put("recorded", change.recorded().name())
                .put("shadow", change.shadow().name())
                .put("count", count)));
        final JsonObject json = new JsonObject().put("same", same).put("other", other);
        if (other > 0) {
            json.put("firstOther", firstOther);
        }
        return json.put("others", changes);
    }

    List<String> toLines() {
        final List<String> lines = new ArrayList<>();
        lines.add("same       " + same + " outcomes");
        lines.add("other      " + other + (other == 0 ? "" : ", the first at sequence=" + firstOther));
        others.forEach((change, count) ->
                lines.add("other      " + count + " times " + change.shadow() + " where it was " + change.recorded()));
        return lines;
    }
}
