package io.sluice.gateway.http;

import io.sluice.engine.protocol.PointReason;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The reasons for points that a request may name. */
enum PointReasons {
    /** Those of which a rule says what they bring. */
    RULED(PointReason::hasRule),
    /** Those for which an operator gives points. */
    AWARDED(PointReason::isAwarded);

    private final Predicate<PointReason> named;

    PointReasons(final Predicate<PointReason> named) {
        this.named = named;
    }

    /** The reason of a name; refuses when it is none of these. */
    PointReason parse(final String place, final String name) {
        return Arrays.stream(PointReason.values())
                .filter(named)
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> JsonBody.invalid(place, "must be one of " + names()));
    }

    private String names() {
        return Arrays.stream(PointReason.values()).filter(named).map(Enum::name).collect(Collectors.joining(", "));
    }
}
