package io.sluice.ops.doctor;

import java.util.List;

/** Whether this Java is one that Sluice is tested on. */
final class JavaCheck implements Check {
    /** Those that {@code .ci/run} builds and tests with. */
    private static final List<String> TESTED = List.of("17", "25");

    private static final String WANTED = "Java 17 or 25 with HotSpot, which every change is tested on";
    private static final String CHANGE = "apt-get install openjdk-17-jre-headless, or JAVA_HOME of another";

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String machine = host.property("java.vm.name");
        final String found = host.property("java.version") + ", " + host.property("java.vendor") + ", " + machine;
        // Chronicle and Agrona reach into HotSpot.
        final boolean isHotSpot = machine.contains("OpenJDK") || machine.contains("HotSpot");
        return isHotSpot && TESTED.contains(host.property("java.specification.version"))
                ? Finding.ok(found)
                : Finding.warn(found, WANTED, CHANGE);
    }
}
