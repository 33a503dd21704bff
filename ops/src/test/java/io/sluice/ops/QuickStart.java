package io.sluice.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Java's flags for a process that is started again and again and never lives long: no optimizing compiler, and the classes
 * from an archive that the first one to end by itself leaves for those after it. A start takes a third of the time.
 */
final class QuickStart {
    private final Path archive;

    /** Keeps the archive in this folder. */
    QuickStart(final Path folder) {
        archive = folder.resolve("classes.jsa");
    }

    List<String> flags() {
        final String classes = Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
        return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", classes + archive);
    }
}
