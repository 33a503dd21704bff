package io.sluice.gateway.http;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.view.Ledger;
import io.sluice.engine.view.OrderTrails;
import io.sluice.engine.view.ReviewBoard;
import io.sluice.engine.view.ShowBoard;
import io.sluice.engine.view.SummaryBoard;
import io.sluice.engine.view.TalkBoard;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.RecordListener;
import io.sluice.gateway.link.RecordStream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledger of commission, the shows' figures, summaries and talk, what buyers say and the orders' trails on a thread of
 * its own, and answers questions about them there. It reads the journal from the oldest record that is left and from then on
 * hears every durable record, without a gap. A question is answered by books that have everything which was durable when it was
 * asked; until it has read so far it refuses. Any thread.
 */
public final class LedgerDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerDesk.class);
    private static final int STREAM_BYTES = 1 << 20;
    /** Questions at one time of those who work here: however many others ask, an operator is heard. */
    static final int MAX_STAFF_QUESTIONS = 16;

    /** Questions at one time of all others. */
    static final int MAX_QUESTIONS = 48;

    private static final int RETRY_SECONDS = 1;
    /** A ledger that is abreast has what was durable within a batch; one that reads the journal takes longer than anybody waits. */
    private static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int LOOK_AGAIN_MS = 1;
    /** Steps of orders that are found at once, 16 MB with their map; older ones are walked to. */
    private static final int MAX_STEPS = 1 << 18;

    private final EnginePort engine;
    private final ZoneId zone;
    private final int maxPostings;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, LedgerDesk::daemon);
    private final RecordStream stream;
    private final AtomicInteger staffQuestions = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean stopped;
    /** 0 before the start. */
    private volatile long fromSequence;
    /** On the desk's thread only; null before the start. */
    private Ledger ledger;

    private ShowBoard shows;
    private OrderTrails trails;
    private SummaryBoard summaries;
    private ReviewBoard reviews;
    private TalkBoard talk;
    private Throwable failure;

    /**
     * A desk that does nothing yet.
     *
     * @param engine       gives the records.
     * @param link         tells of new ones.
     * @param zone         where the brand's days begin.
     * @param maxPostings  how many postings the ledger may hold.
     */
    public LedgerDesk(final EnginePort engine, final LinkListener link, final ZoneId zone, final int maxPostings) {
        this.engine = engine;
        this.zone = zone;
        this.maxPostings = maxPostings;
        thread.setRejectedExecutionHandler((task, executor) -> {
            // It was stopped: nobody waits for it.
        });
        stream = link.stream(engine, this::execute, STREAM_BYTES);
    }

    private static Thread daemon(final Runnable task) {
        final Thread thread = new Thread(task, "ledger");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to read. Once. */
    public void start() {
        execute(() -> {
            final long first = Math.max(1, engine.firstSequence());
            ledger = new Ledger(first, maxPostings);
            shows = new ShowBoard(first);
            trails = new OrderTrails(first, MAX_STEPS);
            summaries = new SummaryBoard(first);
            reviews = new ReviewBoard(first);
            talk = new TalkBoard(first);
            fromSequence = first;
            stream.subscribe(first, new Follower(ledger, shows, trails, summaries, reviews, talk));
        });
    }

    /** Hears nothing any more; who waits for an answer is refused. */
    public void stop() {
        stopped = true;
        thread.execute(stream::close);
        thread.shutdown();
    }

    /** Where the brand's days begin. */
    ZoneId zone() {
        return zone;
    }

    /**
     * Refuses when the ledger begins later than the journal did: who was paid by it would go without what was earned before,
     * or get a second time what was paid before.
     */
    void requireWhole() {
        final long from = fromSequence;
        if (from == 0) {
            throw new RequestRefusedException(notReady("It has not begun to read."));
        }
        if (from > 1) {
            throw new RequestRefusedException(new Problem(
                            ProblemCode.LEDGER_INCOMPLETE,
                            "It begins with record " + from + ", and does not know what was earned and paid before.")
                    .sequence(from));
        }
    }

    /**
     * Asks on the desk's thread. On an event loop, where the answer comes back.
     *
     * @param asker  whose question it is; null for anybody's.
     * @return failed with a {@link RequestRefusedException} when the ledger cannot answer, or with what the question threw.
     */
    <T> Future<T> ask(final Identity asker, final Function<Ledger, T> question) {
        return ask(asker, new Question<>(() -> question.apply(ledger), true, engine.durableSequence()));
    }

    /**
     * Asks about the shows' figures on the desk's thread; a ledger that is full does not keep them from being told. On an
     * event loop, where the answer comes back.
     *
     * @return failed as {@link #ask(Identity, Function)} does.
     */
    <T> Future<T> askShows(final Identity asker, final Function<ShowBoard, T> question) {
        return ask(asker, new Question<>(() -> question.apply(shows), false, engine.durableSequence()));
    }

    /** Asks where the journal tells of orders, as {@link #askShows} asks about shows. */
    <T> Future<T> askTrails(final Identity asker, final Function<OrderTrails, T> question) {
        return ask(asker, new Question<>(() -> question.apply(trails), false, engine.durableSequence()));
    }

    /** Asks about shows summed up, as {@link #askShows} asks about their figures. */
    <T> Future<T> askSummaries(final Identity asker, final Function<SummaryBoard, T> question) {
        return ask(asker, new Question<>(() -> question.apply(summaries), false, engine.durableSequence()));
    }

    /**
     * Asks what buyers say on the desk's thread, as {@link #askShows} does. On an event loop, where the answer comes back.
     *
     * @return failed as {@link #ask(Identity, Function)} does.
     */
    <T> Future<T> askReviews(final Identity asker, final Function<ReviewBoard, T> question) {
        return ask(asker, new Question<>(() -> question.apply(reviews), false, engine.durableSequence()));
    }

    /**
     * Asks about the talk on the desk's thread, as {@link #askShows} does.
     *
     * @return failed as {@link #ask(Identity, Function)} does.
     */
    <T> Future<T> askTalk(final Identity asker, final Function<TalkBoard, T> question) {
        return ask(asker, new Question<>(() -> question.apply(talk), false, engine.durableSequence()));
    }

    private <T> Future<T> ask(final Identity asker, final Question<T> asked) {
        final boolean isStaff = asker != null && Role.STAFF.contains(asker.role());
        final AtomicInteger asking = isStaff ? staffQuestions : questions;
        if (asking.incrementAndGet() > (isStaff ? MAX_STAFF_QUESTIONS : MAX_QUESTIONS)) {
            asked.refuse(notReady("As many ask as may."));
        } else {
            thread.execute(asked);
        }
        if (stopped) {
            asked.refuse(Problems.of(Shed.STOPPING));
        }
        return Future.fromCompletionStage(asked.answer, Vertx.currentContext())
                .onComplete(answered -> asking.decrementAndGet());
    }

    /** A ledger that failed once would lie from then on; the shop goes on selling without it. */
    private void execute(final Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (final RuntimeException | OutOfMemoryError fault) {
                LOG.error("the ledger gives up; it is built anew at the next start", fault);
                failure = fault;
                stream.close();
            }
        });
    }

    private static Problem notReady(final String detail) {
        return new Problem(ProblemCode.LEDGER_NOT_READY, detail).retryAfterSeconds(RETRY_SECONDS);
    }

    /** Moves the books. On the desk's thread. */
    private record Follower(
            Ledger ledger,
            ShowBoard shows,
            OrderTrails trails,
            SummaryBoard summaries,
            ReviewBoard reviews,
            TalkBoard talk)
            implements RecordListener {
        @Override
        public void onRecord(final RecordFlyweight record) {
            ledger.apply(record);
            shows.apply(record);
            trails.apply(record);
            summaries.apply(record);
            reviews.apply(record);
            talk.apply(record);
        }

        @Override
        public void onBatchEnd() {
            // Whoever asks is behind it in the thread's queue.
        }
    }

    /**
     * One question, from its asking to its answer.
     *
     * <p>Nobody waits for the future of a task that looks again: the task answers by itself.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    private final class Question<T> implements Runnable {
        private final Supplier<T> question;
        private final boolean asksLedger;
        private final long wantedSequence;
        private final long askedNs = System.nanoTime();
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        Question(final Supplier<T> question, final boolean asksLedger, final long wantedSequence) {
            this.question = question;
            this.asksLedger = asksLedger;
            this.wantedSequence = wantedSequence;
        }

        @Override
        public void run() {
            final Problem reason = whyNot();
            if (reason != null) {
                refuse(reason);
            } else if (read() >= wantedSequence && talk != null) {
                answer();
            } else if (System.nanoTime() - askedNs < PATIENCE_NS) {
                thread.schedule(this, LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            } else {
                final long read = read();
                refuse(notReady("It has read up to record " + read + " of " + wantedSequence + ".")
                        .sequence(read));
            }
        }

        /** Number of the last record that the book which is asked about has. */
        private long read() {
            if (talk == null) {
                return 0;
            }
            return asksLedger ? ledger.sequence() : talk.sequence();
        }

        /** Why asking again does not help; null when it may. */
        private Problem whyNot() {
            if (stopped) {
                return Problems.of(Shed.STOPPING);
            }
            if (failure != null) {
                return Problems.internal();
            }
            return asksLedger && ledger != null && ledger.isFull() ? full() : null;
        }

        private Problem full() {
            return new Problem(
                            ProblemCode.LEDGER_FULL,
                            "It holds the " + maxPostings + " postings of ledger.maxPostings, and ends at record "
                                    + ledger.sequence() + ".")
                    .limit(maxPostings)
                    .sequence(ledger.sequence());
        }

        private void answer() {
            try {
                answer.complete(question.get());
            } catch (final RuntimeException thrown) {
                answer.completeExceptionally(thrown);
            }
        }

        void refuse(final Problem problem) {
            answer.completeExceptionally(new RequestRefusedException(problem));
        }
    }
}
