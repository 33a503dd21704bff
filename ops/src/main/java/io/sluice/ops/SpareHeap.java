package io.sluice.ops;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;

/**
 * How much of the heap may be empty before the JVM gives it back to the system. By default that is 70 %, and what was the young
 * generation while a herd came in stays resident when it is in. Any thread.
 */
final class SpareHeap {
    private static final String LEAST_PERCENT = "20";
    private static final String MOST_PERCENT = "40";

    private SpareHeap() {}

    /** Lowers it, unless the command line says otherwise. */
    static void limit() {
        final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (isDefault(machine, "MinHeapFreeRatio") && isDefault(machine, "MaxHeapFreeRatio")) {
            // In this order: the least may at no moment be above the most.
            machine.setVMOption("MinHeapFreeRatio", LEAST_PERCENT);
            machine.setVMOption("MaxHeapFreeRatio", MOST_PERCENT);
        }
    }

    private static boolean isDefault(final HotSpotDiagnosticMXBean machine, final String option) {
        return machine.getVMOption(option).getOrigin() == Origin.DEFAULT;
    }
}
