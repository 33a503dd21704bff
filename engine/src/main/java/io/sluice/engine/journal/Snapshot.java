package io.sluice.engine.journal;

import java.nio.file.Path;

/**
 * A snapshot of the core's state, and the record it was taken behind.
 *
 * @param file         where it lies.
 * @param sequence     last record the state includes.
 * @param timeMs       core time of that record, epoch ms.
 * @param recordHash   {@link io.sluice.engine.protocol.RecordHash} of that record.
 * @param stateHash    the core's hash of the state.
 * @param stateLength  bytes of the state.
 */
public record Snapshot(Path file, long sequence, long timeMs, long recordHash, long stateHash, long stateLength) {}
