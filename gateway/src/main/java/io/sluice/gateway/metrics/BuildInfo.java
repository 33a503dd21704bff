package io.sluice.gateway.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** Which Sluice this is, as the jar's manifest says, and on which Java it runs. Any thread. */
final class BuildInfo implements Collector {
    private final InfoSnapshot info;

    BuildInfo() {
        final String version = BuildInfo.class.getPackage().getImplementationVersion();
        info = InfoSnapshot.builder()
                .name("sluice_build")
                .help("Version of Sluice and of Java")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of(
                                "java",
                                Runtime.version().toString(),
                                "version",
                                version == null ? "(unpackaged)" : version))
                        .build())
                .build();
    }

    @Override
    public MetricSnapshot collect() {
        return info;
    }
}
