/**
 * The journal: one record a decision, chained by sequence, checksum and the previous record's hash. It appends,
 * forces, replays and snapshots, and stops the process rather than lose what it has acknowledged. No class
 * outside this package imports Chronicle Queue.
 *
 * <p>Whoever reads a journal from another process needs four of its classes, and they are public API: a
 * {@link io.sluice.engine.journal.JournalFollower} hands over every record once and in order, a
 * {@link io.sluice.engine.journal.RecordDispatcher} decodes it for a {@link io.sluice.engine.journal.RecordVisitor}, and
 * {@link io.sluice.engine.journal.Horizon} says how far may be seen. The consumer stores
 * {@link io.sluice.engine.journal.JournalFollower#position()} together with its work and begins there again:
 *
 * <pre>{@code
 * RecordHandler sales = new RecordDispatcher(new RecordVisitor() {
 *     @Override
 *     public void onPayOrder(RecordFlyweight record, PayOrderDecoder command, OrderDecisionDecoder decision) {
 *         if (record.outcome() == Outcome.PAID) {
 *             book(decision.order(), decision.amountFen());
 *         }
 *     }
 * });
 * try (JournalFollower follower = JournalFollower.behind(new JournalDirectory(data), stored, Horizon.FORCED)) {
 *     while (running) {
 *         int taken = follower.poll(sales, 1_000);
 *         if (taken > 0) {
 *             commit(follower.position());
 *         }
 *         idle.idle(taken); // an IdleStrategy of Agrona's
 *     }
 * }
 * }</pre>
 *
 * <p>{@code docs/JOURNAL.md} has the bytes and the rule of compatibility.
 */
package io.sluice.engine.journal;
