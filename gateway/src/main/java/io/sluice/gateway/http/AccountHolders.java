package io.sluice.gateway.http;

import io.sluice.engine.view.AccountKind;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GuideView;
import io.sluice.engine.view.LedgerAccount;
import io.sluice.engine.view.StoreView;
import io.sluice.gateway.link.EnginePort;

/** Finds out whose account a request is about, and what the brand calls them. Any thread. */
final class AccountHolders {
    /** Which of the two accounts that a guide may have. */
    static final String ACCOUNT = "account";

    private final EnginePort engine;

    AccountHolders(final EnginePort engine) {
        this.engine = engine;
    }

    /** Of an account, the holder with the name of now. */
    AccountHolder of(final LedgerAccount account) {
        return of(account.kind(), account.id(), false);
    }

    /** The holder that the path names. */
    AccountHolder inPath(final Exchange exchange) {
        final AccountKind kind =
                switch (exchange.pathText("kind")) {
                    case "stores" -> AccountKind.STORE;
                    case "guides" -> AccountKind.GUIDE;
                    case "viewers" -> AccountKind.VIEWER;
                    default -> throw JsonBody.invalid("kind", "must be stores, guides or viewers");
                };
        if (exchange.request().params().contains(ACCOUNT)) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.UNKNOWN_FIELD, "The path names the account.").field(ACCOUNT));
        }
        return of(kind, exchange.pathId("id"), false);
    }

    /** Who asks: the guide who is this viewer, else the viewer; {@code account} says otherwise. */
    AccountHolder caller(final Exchange exchange) {
        final long viewer = exchange.identity().subject();
        final String wanted = exchange.request().params().get(ACCOUNT);
        final GuideView guide = engine.brandBoard().guideOfViewer(viewer);
        if (wanted != null && !wanted.equals("guide") && !wanted.equals("viewer")) {
            throw JsonBody.invalid(ACCOUNT, "must be guide or viewer");
        }
        if ("guide".equals(wanted) && guide == null) {
            throw BrandProblems.noGuideIs(viewer);
        }
        return guide == null || "viewer".equals(wanted)
                ? of(AccountKind.VIEWER, viewer, true)
                : of(AccountKind.GUIDE, guide.id(), true);
    }

    private AccountHolder of(final AccountKind kind, final long id, final boolean own) {
        final BrandBoard board = engine.brandBoard();
        return switch (kind) {
            case STORE -> {
                final StoreView store = board.store(id);
                yield new AccountHolder(kind, id, store == null ? null : store.name(), own);
            }
            case GUIDE -> {
                final GuideView guide = board.guide(id);
                yield new AccountHolder(kind, id, guide == null ? null : guide.name(), own);
            }
            case VIEWER -> new AccountHolder(kind, id, null, own);
        };
    }

    /**
     * Refuses another's account that nobody has.
     *
     * @param account null when nothing was ever posted to it.
     */
    static void requireKnown(final AccountHolder holder, final LedgerAccount account) {
        if (account != null || holder.name() != null || holder.own()) {
            return;
        }
        final ProblemCode code =
                switch (holder.kind()) {
                    case STORE -> ProblemCode.STORE_UNKNOWN;
                    case GUIDE -> ProblemCode.GUIDE_UNKNOWN;
                    case VIEWER -> ProblemCode.VIEWER_UNKNOWN;
                };
        throw new RequestRefusedException(new Problem(
                        code,
                        holder.kind() == AccountKind.VIEWER
                                ? "Viewer " + holder.id() + " never earned anything."
                                : "There is none of this number.")
                .field("id"));
    }
}
