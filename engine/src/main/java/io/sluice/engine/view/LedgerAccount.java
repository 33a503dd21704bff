package io.sluice.engine.view;

/** One payee's account in a {@link Ledger}; on the ledger's thread. */
public final class LedgerAccount {
    private final AccountKind kind;
    private final long id;
    private final int index;
    private int newest = Postings.NONE;
    private int postings;
    private long earnedFen;
    private long paidFen;

    LedgerAccount(final AccountKind kind, final long id, final int index) {
        this.kind = kind;
        this.id = id;
        this.index = index;
    }

    /** What it is the account of. */
    public AccountKind kind() {
        return kind;
    }

    /** The store, guide or viewer. */
    public long id() {
        return id;
    }

    /** How many postings it has. */
    public int postings() {
        return postings;
    }

    /** Everything earned less everything taken back, fen. */
    public long earnedFen() {
        return earnedFen;
    }

    /** Everything paid, fen. */
    public long paidFen() {
        return paidFen;
    }

    int index() {
        return index;
    }

    int newest() {
        return newest;
    }

    void earned(final int posting, final long amountFen) {
        add(posting);
        earnedFen += amountFen;
    }

    void paid(final int posting, final long amountFen) {
        add(posting);
        paidFen += amountFen;
    }

    private void add(final int posting) {
        newest = posting;
        postings++;
    }
}
