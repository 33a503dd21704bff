package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerWatchTest {
    @Test
    void theValuesOfANameAreSummedOverItsLabels() {
        final Map<String, Double> sums = ServerWatch.sums("""
                # HELP jvm_gc_pause_seconds Time spent in GC pause
                jvm_gc_pause_seconds_sum{action="end of minor GC"} 0.25
                jvm_gc_pause_seconds_sum{action="end of major GC"} 0.5
                process_cpu_usage 0.125
                odd NaN
                """);

        assertThat(sums).containsEntry("jvm_gc_pause_seconds_sum", 0.75).containsEntry("process_cpu_usage", 0.125);
    }

    @Test
    void whatCountsUpIsToldAsWhatTheSecondBrought() {
        final Map<String, Double> figures = ServerWatch.figures(
                Map.of(
                        "jvm_gc_pause_seconds_sum", 1.0,
                        "sluice_engine_force_seconds_count", 100.0,
                        "sluice_engine_force_seconds_sum", 1.0),
                Map.of(
                        "process_cpu_usage", 0.5,
                        "sluice_ring_slots", 8_192.0,
                        "sluice_ring_slots_taken", 2_048.0,
                        "jvm_gc_pause_seconds_sum", 1.25,
                        "sluice_engine_force_seconds_count", 108.0,
                        "sluice_engine_force_seconds_sum", 1.03125));

        assertThat(figures)
                .containsEntry("server.cpu", 0.5)
                .containsEntry("server.ring-occupancy", 0.25)
                .containsEntry("server.gc-ms", 250.0)
                .containsEntry("server.force-ms", 3.90625);
    }
}
