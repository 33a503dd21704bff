package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the JVM may keep of an empty heap. */
class SpareHeapTest {
    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void theHeapIsGivenBackBeforeItIsMostlyEmptyUnlessSomebodySaidOtherwise() {
        SpareHeap.limit();
        assertThat(value("MinHeapFreeRatio")).isEqualTo("20");
        assertThat(value("MaxHeapFreeRatio")).isEqualTo("40");

        machine.setVMOption("MaxHeapFreeRatio", "50");
        SpareHeap.limit();
        assertThat(value("MaxHeapFreeRatio")).isEqualTo("50");
    }

    private String value(final String option) {
        return machine.getVMOption(option).getValue();
    }
}
