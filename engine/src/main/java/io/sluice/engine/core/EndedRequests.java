package io.sluice.engine.core;

import io.sluice.engine.protocol.RefundRequestState;
import org.agrona.UnsafeApi;

/** How refunds came to an end that were asked for, by their order and the record that asked. */
final class EndedRequests extends PairRows {
    private static final int STATE = BEHIND_PAIR;

    EndedRequests() {
        super(1, 0);
    }

    /** How one ended, null when it has not, or there was none. */
    RefundRequestState of(final long order, final long request) {
        final long address = find(order, request);
        return address == NONE ? null : RefundRequestState.ofCode(UnsafeApi.getLong(address + STATE));
    }

    /** Keeps how one ended; what it ended with before gives way only to money that went. */
    void keep(final long order, final long request, final RefundRequestState end) {
        final long address = findOrAdd(order, request);
        if (RefundRequestState.ofCode(UnsafeApi.getLong(address + STATE)).canBecome(end)) {
            UnsafeApi.putLong(address + STATE, end.code());
        }
    }
}
