package io.sluice.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagGaugeTest {
    @Test
    void theLagIsStillKnownWhenNobodyElseHoldsIt() {
        final GatewayMetrics metrics = new GatewayMetrics();
        metrics.registerLag("0", new AtomicLong(2_000_000_000)::get);
        final WeakReference<Object> garbage = new WeakReference<>(new Object());

        await().until(() -> {
            System.gc();
            return garbage.get() == null;
        });

        assertThat(metrics.scrape(GatewayMetrics.contentType(null)))
                .contains("sluice_loop_lag_seconds{loop=\"0\"} 2.0");
        metrics.close();
    }
}
