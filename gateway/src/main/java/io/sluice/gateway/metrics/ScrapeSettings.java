package io.sluice.gateway.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import java.util.Properties;

/**
 * How figures are told in OpenMetrics: with exemplars beside buckets alone. Micrometer would set them beside counts as well, for
 * which Prometheus, 2.42 for one, refuses the whole page and takes the server for down.
 */
final class ScrapeSettings implements PrometheusConfig {
    @Override
    public String get(final String key) {
        return null;
    }

    @Override
    public Properties prometheusProperties() {
        return new Properties();
    }
}
