package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;

/** Who viewers belong to: filled anew for each command by its one owner, read by the core. */
public final class ViewersRequest {
    private static final int MOST = ProtocolLimits.MAX_VIEWERS_A_COMMAND;

    private final long[] viewers = new long[MOST];
    private final long[] memberSinceMs = new long[MOST];
    private final long[] guides = new long[MOST];
    private final long[] groups = new long[MOST];
    private final long[] inviters = new long[MOST];
    private int size;

    /** Forgets all viewers. */
    public ViewersRequest clear() {
        size = 0;
        return this;
    }

    /** Adds a viewer; more than there may be are only counted, and make the request invalid. */
    public ViewersRequest add(
            final long viewer, final long memberSince, final long guide, final long group, final long inviter) {
        if (size < MOST) {
            viewers[size] = viewer;
            memberSinceMs[size] = memberSince;
            guides[size] = guide;
            groups[size] = group;
            inviters[size] = inviter;
        }
        size++;
        return this;
    }

    int size() {
        return size;
    }

    long viewer(final int entry) {
        return viewers[entry];
    }

    long memberSinceMs(final int entry) {
        return memberSinceMs[entry];
    }

    long guide(final int entry) {
        return guides[entry];
    }

    long group(final int entry) {
        return groups[entry];
    }

    long inviter(final int entry) {
        return inviters[entry];
    }

    boolean isValid() {
        return size > 0 && size <= MOST;
    }

    /** Whether an entry could be of any viewer and is not of one that an entry before it names. */
    boolean isValid(final int entry) {
        final long viewer = viewers[entry];
        if (viewer == 0 || memberSinceMs[entry] < 0 || indexOf(viewer, entry) >= 0) {
            return false;
        }
        return Brand.isIdOrNone(viewer)
                && Brand.isIdOrNone(guides[entry])
                && Brand.isIdOrNone(groups[entry])
                && Brand.isIdOrNone(inviters[entry]);
    }

    /** Whether the inviter of an entry is also the viewer of one, or the inviter of one before it. */
    boolean namesInviterElsewhere(final int entry) {
        for (int i = 0; i < entry; i++) {
            if (inviters[i] == inviters[entry]) {
                return true;
            }
        }
        return indexOf(inviters[entry], size) >= 0;
    }

    /** Which of the first {@code entries} is of the viewer, -1 for none. */
    int indexOf(final long viewer, final int entries) {
        for (int i = 0; i < entries; i++) {
            if (viewers[i] == viewer) {
                return i;
            }
        }
        return -1;
    }
}
