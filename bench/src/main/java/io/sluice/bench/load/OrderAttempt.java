package io.sluice.bench.load;

/**
 * One press of the button and what came of it, as the viewer saw it; the audit holds it against the journal. A run keeps all
 * of them, so they are small: the key is put together when it is asked for. One thread writes.
 */
public final class OrderAttempt {
    /** What the viewer knows. */
    public enum State {
        /** Sent, and not answered. */
        SENT,
        /** Answered: it holds stock, under {@link #order}. */
        RESERVED,
        /** Answered: refused by {@link #code}. */
        REFUSED,
        /** Turned away under pressure by {@link #code}: nothing was ordered, as the server says. */
        SHED,
        /** Every connection by which it went broke before it said anything for good: nobody can say. */
        BROKEN
    }

    private final int index;
    private final String keyPrefix;
    private final long viewer;
    /** Of each line the offer and, behind it, the units. */
    private final long[] lines;

    private final long meantNs;
    private State state = State.SENT;
    private String code = "";
    private long order;
    private long sequence;
    private short sends;
    private short answers;
    private short breaks;
    private boolean contradicted;

    /** A press that was meant at {@code meantNs} of the run, whose key is the run's prefix and its index. */
    public OrderAttempt(
            final int index,
            final String keyPrefix,
            final long viewer,
            final long[] offers,
            final int[] quantities,
            final long meantNs) {
        this.index = index;
        this.keyPrefix = keyPrefix;
        this.viewer = viewer;
        lines = new long[2 * offers.length];
        for (int i = 0; i < offers.length; i++) {
            lines[2 * i] = offers[i];
            lines[2 * i + 1] = quantities[i];
        }
        this.meantNs = meantNs;
    }

    /** Notes that it was sent, once more. */
    public void sent() {
        sends++;
        state = state == State.BROKEN ? State.SENT : state;
    }

    /** Notes an answer that says nothing for good, such as ANSWER_LATE: the viewer knows no more than before. */
    public void answeredUnclearly() {
        answers++;
        judgeBreaks();
    }

    /** Notes that so many connections by which it went broke before they brought an answer. */
    public void broke(final int connections) {
        breaks = (short) (breaks + connections);
        judgeBreaks();
    }

    /** Notes an answer; one that contradicts an earlier one is kept as such. */
    public void answered(final State answer, final String newCode, final long newOrder, final long newSequence) {
        final boolean wasFinal = state == State.RESERVED || state == State.REFUSED;
        if (wasFinal && (answer == State.RESERVED || answer == State.REFUSED)) {
            contradicted |= answer != state || newOrder != order || !newCode.equals(code);
        } else if (!wasFinal) {
            state = answer;
            code = newCode;
            order = newOrder;
            sequence = newSequence;
        }
        answers++;
        judgeBreaks();
    }

    /** Takes over what another process knows of it. */
    public void knownElsewhere(
            final State newState,
            final String newCode,
            final long newOrder,
            final long newSequence,
            final int newSends,
            final int newAnswers,
            final boolean isNowContradicted) {
        state = newState;
        code = newCode;
        order = newOrder;
        sequence = newSequence;
        sends = (short) newSends;
        answers = (short) newAnswers;
        contradicted = isNowContradicted;
    }

    /** Where a send is lost with its connection, a promise that the others came to nothing says nothing of that one. */
    private void judgeBreaks() {
        if (breaks > 0 && answers + breaks >= sends && (state == State.SENT || state == State.SHED)) {
            state = State.BROKEN;
        }
    }

    /** Its place among all, from 0. */
    public int index() {
        return index;
    }

    /** The idempotency key. */
    public String key() {
        return keyPrefix + index;
    }

    /** What stands in the key before the index, the same for all presses of a run. */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** Who pressed. */
    public long viewer() {
        return viewer;
    }

    /** Number of lines. */
    public int lines() {
        return lines.length / 2;
    }

    /** A line's offer. */
    public long offer(final int line) {
        return lines[2 * line];
    }

    /** A line's units. */
    public int quantity(final int line) {
        return (int) lines[2 * line + 1];
    }

    /** The moment that was meant, ns of the run. */
    public long meantNs() {
        return meantNs;
    }

    /** What the viewer knows. */
    public State state() {
        return state;
    }

    /** Why it was refused or turned away, else empty. */
    public String code() {
        return code;
    }

    /** The order's number, 0 for none. */
    public long order() {
        return order;
    }

    /** The record that the answer names, 0 for none. */
    public long sequence() {
        return sequence;
    }

    /** How often it was sent. */
    public int sends() {
        return sends;
    }

    /** How many answers came, of any kind. */
    public int answers() {
        return answers;
    }

    /** Whether two answers to the key differ. */
    public boolean isContradicted() {
        return contradicted;
    }
}
