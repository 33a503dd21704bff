package io.sluice.engine.view;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Who has earned what: double entry of all commission that the records move. Each line of an order that earns a payee
 * something, or loses it, is a posting to the payee's account and against the brand's commission expense; a payout that was
 * paid is one from the account to what was paid out. It is built from the records from a given one on and from nothing else.
 *
 * <p>A posting takes 64 bytes outside the heap and an account about 100 on it; there is a limit on the postings, with which
 * the lines of payouts count. Once a record does not fit the ledger {@linkplain #isFull() is full}: it stays as of the record
 * before. One thread at a time.
 */
public final class Ledger {
    private final long fromSequence;
    private final int maxPostings;
    private final Postings postings = new Postings();
    private final Posting cursor = new Posting();
    private final List<LedgerAccount> accounts = new ArrayList<>();
    private final List<Long2ObjectHashMap<LedgerAccount>> byId = new ArrayList<>();
    private final LedgerPayouts payouts = new LedgerPayouts(this);
    private final RecordDispatcher dispatcher = new RecordDispatcher(new LedgerRecords(this, payouts));
    private final Progress progress;
    private long timeMs;
    private long expenseFen;
    private long paidOutFen;
    private boolean full;

    /**
     * An empty ledger.
     *
     * @param fromSequence  number of the first record it will be given: what was earned before does not count.
     * @param maxPostings   how many postings and lines of payouts it may hold.
     */
    public Ledger(final long fromSequence, final int maxPostings) {
        this.fromSequence = fromSequence;
        this.maxPostings = maxPostings;
        progress = new Progress("ledger", fromSequence);
        for (int i = 0; i < AccountKind.values().length; i++) {
            byId.add(new Long2ObjectHashMap<>());
        }
    }

    /**
     * Moves the ledger by the next record; one that it holds already is passed over, and so is everything once it is full.
     *
     * @throws IllegalStateException when a record was left out: the ledger would lie from then on.
     */
    public void apply(final RecordFlyweight record) {
        if (full || !progress.isNext(record)) {
            return;
        }
        if (movesMoney(record.commandType())) {
            dispatcher.onRecord(record);
        }
        if (!full) {
            progress.took(record);
            timeMs = record.timeMs();
        }
    }

    private static boolean movesMoney(final int commandType) {
        return switch (commandType) {
            case PayOrderDecoder.TEMPLATE_ID,
                    RefundOrderDecoder.TEMPLATE_ID,
                    OpenPayoutDecoder.TEMPLATE_ID,
                    ChangePayoutStateDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    /** Number of the first record that counts. */
    public long fromSequence() {
        return fromSequence;
    }

    /** Number of the last record applied. */
    public long sequence() {
        return progress.sequence();
    }

    /** Core time of the last record applied, epoch ms; 0 before the first. */
    public long timeMs() {
        return timeMs;
    }

    /** Whether a record did not fit; nothing is applied from then on. */
    public boolean isFull() {
        return full;
    }

    /** How many postings and lines of payouts it may hold. */
    public int maxPostings() {
        return maxPostings;
    }

    /** How many postings there are. */
    public int postings() {
        return postings.size();
    }

    /** How many accounts there are. */
    public int accounts() {
        return accounts.size();
    }

    /** An account, null when nothing was ever posted to it. */
    public LedgerAccount account(final AccountKind kind, final long id) {
        return byId.get(kind.ordinal()).get(id);
    }

    /** The payouts, oldest first. */
    public List<LedgerPayout> payouts() {
        return payouts.all();
    }

    /** A payout, null when there is none. */
    public LedgerPayout payout(final long id) {
        return payouts.find(id);
    }

    /** Shows an account's postings, newest first, until the visitor has seen enough. */
    public void forEachPosting(final LedgerAccount account, final PostingVisitor visitor) {
        int index = account.newest();
        boolean more = true;
        while (more && index != Postings.NONE) {
            final Posting posting = postings.get(index, cursor);
            index = posting.previous();
            more = visitor.onPosting(posting);
        }
    }

    /** Where an account stands at a moment, epoch ms. */
    public Balance balance(final LedgerAccount account, final long atMs) {
        final long[] frozenFen = new long[1];
        forEachPosting(account, posting -> {
            if (!posting.isPayout() && posting.payableAtMs() > atMs) {
                frozenFen[0] += posting.amountFen();
            }
            return true;
        });
        return new Balance(frozenFen[0], account.earnedFen() - account.paidFen() - frozenFen[0], account.paidFen());
    }

    /** All accounts summed up, and what stands against them, which was added up beside them. */
    public TrialBalance trialBalance() {
        final long[] owedFen = new long[AccountKind.values().length];
        for (final LedgerAccount account : accounts) {
            owedFen[account.kind().ordinal()] += account.earnedFen() - account.paidFen();
        }
        return new TrialBalance(
                owedFen[AccountKind.STORE.ordinal()],
                owedFen[AccountKind.GUIDE.ordinal()],
                owedFen[AccountKind.VIEWER.ordinal()],
                paidOutFen,
                expenseFen);
    }

    /** By account, what of its commission was payable at a moment, inclusive, epoch ms. */
    long[] payableFen(final long untilMs) {
        final long[] payableFen = new long[accounts.size()];
        for (int i = 0; i < postings.size(); i++) {
            final Posting posting = postings.get(i, cursor);
            if (!posting.isPayout() && posting.payableAtMs() <= untilMs) {
                payableFen[posting.account()] += posting.amountFen();
            }
        }
        return payableFen;
    }

    /** The accounts in the order in which they were first posted to. */
    List<LedgerAccount> allAccounts() {
        return accounts;
    }

    /** Whether so many more postings, or lines of a payout, fit; the ledger is full when they do not. */
    boolean hasRoom(final int more) {
        full = full || (long) postings.size() + payouts.lines() + more > maxPostings;
        return !full;
    }

    /** The account that is posted to, a new one when there is none. */
    LedgerAccount open(final AccountKind kind, final long id) {
        return byId.get(kind.ordinal()).computeIfAbsent(id, newId -> {
            final LedgerAccount account = new LedgerAccount(kind, newId, accounts.size());
            accounts.add(account);
            return account;
        });
    }

    /** Adds a posting by {@code record}; the caller says what it is about. */
    Posting post(
            final LedgerAccount account, final RecordFlyweight record, final long amountFen, final long payableAtMs) {
        final int previous = account.newest();
        account.earned(postings.add(cursor), amountFen);
        cursor.account(account.index(), previous);
        cursor.record(record.sequence(), record.timeMs());
        cursor.amount(amountFen, payableAtMs);
        expenseFen -= amountFen;
        return cursor;
    }

    /** Adds the posting by which a payout pays an account. */
    void pay(final LedgerAccount account, final RecordFlyweight record, final long payout, final long amountFen) {
        final int previous = account.newest();
        account.paid(postings.add(cursor), amountFen);
        cursor.account(account.index(), previous);
        cursor.record(record.sequence(), record.timeMs());
        cursor.amount(-amountFen, record.timeMs());
        cursor.payout(payout);
        paidOutFen += amountFen;
    }
}
