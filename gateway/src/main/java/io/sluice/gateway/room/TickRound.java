package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The ticks of one moment, a frame for each room that has one. Filled by the ticker, then read by every event loop;
 * whoever is handed it holds one reference to each frame.
 */
final class TickRound {
    private final long number;
    private final long nowMs;
    private final long madeNs = System.nanoTime();
    private long[] rooms = new long[8];
    private ByteBuf[] frames = new ByteBuf[8];
    private int count;

    /**
     * A round without frames.
     *
     * @param number  one more than that of the round before.
     * @param nowMs   core time of the ticks, epoch ms.
     */
    TickRound(final long number, final long nowMs) {
        this.number = number;
        this.nowMs = nowMs;
    }

    /** Adds a frame and takes its reference. */
    void add(final long room, final ByteBuf frame) {
        if (count == rooms.length) {
            rooms = Arrays.copyOf(rooms, count * 2);
            frames = Arrays.copyOf(frames, count * 2);
        }
        rooms[count] = room;
        frames[count++] = frame;
    }

    /** Its place among the rounds: whoever misses one sees a gap. */
    long number() {
        return number;
    }

    /** Core time of the ticks, epoch ms. */
    long nowMs() {
        return nowMs;
    }

    /** When it was made, by {@link System#nanoTime()}. */
    long madeNs() {
        return madeNs;
    }

    int count() {
        return count;
    }

    long room(final int index) {
        return rooms[index];
    }

    ByteBuf frame(final int index) {
        return frames[index];
    }

    void retain() {
        for (int i = 0; i < count; i++) {
            frames[i].retain();
        }
    }

    void release() {
        for (int i = 0; i < count; i++) {
            frames[i].release();
        }
    }
}
