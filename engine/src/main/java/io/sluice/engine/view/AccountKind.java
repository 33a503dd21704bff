package io.sluice.engine.view;

import io.sluice.engine.protocol.Payee;

/** What kind of account commission goes to. Whoever earns in several roles has one account of a kind. */
public enum AccountKind {
    /** A store. */
    STORE,
    /** A guide, for orders that are put down to the guide and for rooms that the guide hosts. */
    GUIDE,
    /** A viewer, as the owner of a group and as inviter at either hand. */
    VIEWER;

    /** The kind of account that a payee's commission goes to. */
    public static AccountKind of(final Payee payee) {
        return switch (payee) {
            case STORE -> STORE;
            case GUIDE, HOST -> GUIDE;
            case GROUP_OWNER, INVITER, SECOND_INVITER -> VIEWER;
        };
    }
}
