package io.sluice.ops.doctor;

import java.nio.file.Path;

/**
 * A file system.
 *
 * @param directory    the existing directory that was asked about.
 * @param type         as the system calls it, such as ext4.
 * @param usableBytes  what this process may still write.
 */
record Disk(Path directory, String type, long usableBytes) {}
