package io.sluice.gateway.http;

import io.sluice.engine.view.LedgerPayout;

/** Writes what is to be said of a payout as a whole. On the ledger's thread. */
final class PayoutJson {
    private PayoutJson() {}

    /** Writes every member into an object that is open. */
    static void writeMembers(final JsonWriter json, final LedgerPayout payout) {
        json.name("payout").value(payout.id());
        json.name("state").value(payout.state().name());
        json.name("until").time(payout.untilMs());
        json.name("openedSequence").value(payout.openedAt());
        json.name("openedAt").time(payout.openedAtMs());
        json.name("changedSequence").value(payout.changedAt());
        json.name("changedAt").time(payout.changedAtMs());
        json.name("accounts").value(payout.size());
        json.name("totalFen").value(payout.totalFen());
    }
}
