package io.sluice.gateway.http;

import io.sluice.engine.view.Ledger;
import io.sluice.engine.view.TrialBalance;
import java.util.Set;

/** {@code GET /operator/ledger}: the trial balance. Any event loop. */
final class GetLedgerAction implements Action {
    private static final Set<String> PARAMETERS = Set.of();

    private final LedgerDesk desk;

    GetLedgerAction(final LedgerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, PARAMETERS);
        LedgerAnswer.send(exchange, desk.ask(exchange.identity(), GetLedgerAction::json));
    }

    private static LedgerAnswer json(final Ledger ledger) {
        final TrialBalance balance = ledger.trialBalance();
        final JsonWriter json = LedgerAnswer.begin(ledger);
        json.name("accounts").value(ledger.accounts());
        json.name("entries").value(ledger.postings());
        json.name("maxEntries").value(ledger.maxPostings());
        json.name("owedToStoresFen").value(balance.storesFen());
        json.name("owedToGuidesFen").value(balance.guidesFen());
        json.name("owedToViewersFen").value(balance.viewersFen());
        json.name("paidOutFen").value(balance.paidOutFen());
        json.name("commissionExpenseFen").value(balance.expenseFen());
        json.name("sumFen").value(balance.sumFen()).endObject();
        return LedgerAnswer.json(json);
    }
}
