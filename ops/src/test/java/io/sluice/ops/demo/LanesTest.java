package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final List<Promise<Void>> begun = new ArrayList<>();

    @Test
    void someStepsAreUnderWayAtOnceAndTheNextBeginsWhenOneIsDone() {
        final Future<Void> all = Lanes.each(IntStream.range(0, 40).boxed().toList(), this::begin);
        final int lanes = begun.size();

        assertThat(lanes).isBetween(2, 39);
        begun.get(0).complete();
        assertThat(begun).hasSize(lanes + 1);
        for (int i = 1; i < begun.size(); i++) {
            begun.get(i).complete();
        }
        assertThat(begun).hasSize(40);
        assertThat(all.succeeded()).isTrue();
    }

    @Test
    void oneFailureIsTheWholesButTheOthersAreDone() {
        final Future<Void> all = Lanes.each(List.of(1, 2, 3), this::begin);

        begun.get(0).fail("refused");
        begun.get(1).complete();
        assertThat(all.isComplete()).isFalse();
        begun.get(2).complete();
        assertThat(all.failed()).isTrue();
    }

    @Test
    void nothingIsDoneAtOnce() {
        assertThat(Lanes.each(List.of(), this::begin).succeeded()).isTrue();
    }

    private Future<?> begin(final Object thing) {
        final Promise<Void> promise = Promise.promise();
        begun.add(promise);
        return promise.future();
    }
}
