package io.sluice.ops.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The machine as the checks see it. Tests have machines of their own. */
interface Host {
    /** The text of a small file, stripped; null when there is none or it cannot be read. */
    String text(Path file);

    /** What a command prints, stripped; null when there is none such or it fails. */
    String told(String... command);

    /** A property of the Java virtual machine. */
    String property(String name);

    /** Memory that this process may have, container limits counted. */
    long memoryBytes();

    /** The greatest heap. */
    long heapBytes();

    /** The most that may lie outside the heap by Java's own count. */
    long directBytes();

    /** Processors that this process may use, container limits counted. */
    int processors();

    /** Why a port cannot be listened at; null when it can. */
    String listenFault(String address, int port);

    /** The file system of a directory, or of the nearest above it that is there. */
    Disk disk(Path directory) throws IOException;

    /** Forces a file of that file system again and again. */
    ForceTimes forceTimes(Path directory) throws IOException;

    /** Who may do what with a file; null where files have no such permissions. */
    Set<PosixFilePermission> permissions(Path file) throws IOException;

    /** The wall clock, epoch ms. */
    long wallMs();

    /** The clock that only goes forwards, ns since any moment. */
    long monotonicNs();
}
