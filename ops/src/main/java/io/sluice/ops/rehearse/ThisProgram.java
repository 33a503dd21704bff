package io.sluice.ops.rehearse;

import io.sluice.ops.Sluice;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is started once more, to do something else. */
final class ThisProgram {
    private static final String JAR = ".jar";
    /** A terminal tells Ctrl-C and its own end to all that run in it; the other outlives both, and ends when the run has. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private ThisProgram() {}

    /** The same Java with the same class path; a jar brings the flags it needs in its manifest. */
    static List<String> with(final String... arguments) {
        final List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        final String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("--add-"))
                    .forEach(command::add);
            command.addAll(List.of("-cp", classPath, Sluice.class.getName()));
        }
        command.addAll(List.of(arguments));
        return command;
    }
}
