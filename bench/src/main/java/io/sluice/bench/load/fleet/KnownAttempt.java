package io.sluice.bench.load.fleet;

import io.sluice.bench.load.OrderAttempt;
import java.util.List;
import java.util.stream.IntStream;

/** An order attempt as it stands at a moment, in a form that travels; {@link OrderAttempt} says what the fields mean. */
record KnownAttempt(
        int index,
        String keyPrefix,
        long viewer,
        List<Long> offers,
        List<Integer> quantities,
        long meantNs,
        OrderAttempt.State state,
        String code,
        long order,
        long sequence,
        int sends,
        int answers,
        boolean contradicted) {
    static KnownAttempt of(final OrderAttempt attempt) {
        return new KnownAttempt(
                attempt.index(),
                attempt.keyPrefix(),
                attempt.viewer(),
                IntStream.range(0, attempt.lines()).mapToObj(attempt::offer).toList(),
                IntStream.range(0, attempt.lines()).mapToObj(attempt::quantity).toList(),
                attempt.meantNs(),
                attempt.state(),
                attempt.code(),
                attempt.order(),
                attempt.sequence(),
                attempt.sends(),
                attempt.answers(),
                attempt.isContradicted());
    }

    OrderAttempt attempt() {
        final OrderAttempt attempt = new OrderAttempt(
                index,
                keyPrefix,
                viewer,
                offers.stream().mapToLong(Long::longValue).toArray(),
                quantities.stream().mapToInt(Integer::intValue).toArray(),
                meantNs);
        attempt.knownElsewhere(state, code, order, sequence, sends, answers, contradicted);
        return attempt;
    }
}
