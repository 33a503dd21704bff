package io.sluice.bench.load.run;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.Ending;
import io.sluice.bench.load.Figures;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Verdicts;
import io.sluice.bench.load.audit.Audit;
import io.sluice.bench.load.audit.AuditReport;
import io.sluice.bench.load.audit.HttpFeed;
import io.sluice.bench.load.audit.Opening;
import io.sluice.bench.load.client.ServerAddress;
import io.sluice.bench.load.client.TrustedRoots;
import io.sluice.bench.load.stage.Minting;
import io.sluice.bench.load.stage.OwnTarget;
import io.sluice.bench.load.stage.Preparation;
import io.sluice.bench.load.stage.StageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A whole rehearsal: the target made ready, the scenario played, every answer held against the journal. Used once; {@link #end}
 * may be called from any thread.
 */
public final class Rehearsal {
    private static final String TARGET_GONE =
            "The target is gone: it took no connection for ten seconds, so the run was ended early.";

    private final Scenario scenario;
    private final List<String> ownServer;
    private final Path directory;
    private final Cast cast;
    private final Measurements figures = new Measurements();
    private volatile boolean ended;
    /** When the last stage is over, as of {@link System#nanoTime}; not until the first has begun. */
    private volatile OptionalLong overAtNs = OptionalLong.empty();

    private long startedAtMs;

    /**
     * A rehearsal that has not begun, played by this process.
     *
     * @param ownServer  what serves by a configuration file, whose path is put behind it; for a scenario without a url.
     * @param directory  where such a server keeps its data, on the disk that is measured.
     */
    public Rehearsal(final Scenario scenario, final List<String> ownServer, final Path directory) {
        this(scenario, ownServer, directory, new Solo());
    }

    /** The same, played by a cast, which is closed at the end. */
    public Rehearsal(final Scenario scenario, final List<String> ownServer, final Path directory, final Cast cast) {
        this.scenario = scenario;
        this.ownServer = List.copyOf(ownServer);
        this.directory = directory;
        this.cast = cast;
    }

    /**
     * Plays it from beginning to end.
     *
     * @param eachSecond  shown all figures when another second has gone by.
     * @throws StageException when the target cannot be reached or made ready, or not all are there who are to play.
     */
    public RunResult run(final Consumer<Measurements> eachSecond) throws StageException {
        try (cast) {
            await(cast.gather(), () -> eachSecond.accept(figures));
            return runGathered(eachSecond);
        }
    }

    private RunResult runGathered(final Consumer<Measurements> eachSecond) throws StageException {
        if (scenario.target().url() != null) {
            return rehearse(
                    scenario.target().url(),
                    roots(scenario.target().ca()),
                    scenario.target().management(),
                    scenario.target().config(),
                    eachSecond);
        }
        try (OwnTarget own = OwnTarget.start(ownServer, directory)) {
            return rehearse(own.url(), TrustedRoots.ofJava(), own.management(), own.config(), eachSecond);
        }
    }

    /** Lets it end before its time, with what it has; whose last stage is over has nothing to be ended. */
    public void end() {
        final OptionalLong over = overAtNs;
        if (over.isPresent() && System.nanoTime() - over.getAsLong() >= 0) {
            return;
        }
        ended = true;
        cast.end();
    }

    private RunResult rehearse(
            final URI url,
            final TrustedRoots roots,
            final URI management,
            final Path config,
            final Consumer<Measurements> eachSecond)
            throws StageException {
        final Minting minting = Minting.by(config);
        final Opening opening =
                new Preparation(scenario, url, roots, minting.operator(), minting.secondOperator()).run();
        final Played played = play(Access.by(ServerAddress.of(url, roots), minting), management, eachSecond);
        AuditReport audit = new Audit(new HttpFeed(url, roots, minting.downstream()), opening, played.told()).run();
        for (final String missing : played.missing()) {
            audit = audit.with(new AuditFinding(AuditFinding.Kind.INCOMPLETE, missing));
        }
        if (played.targetGone()) {
            audit = audit.with(new AuditFinding(AuditFinding.Kind.INCOMPLETE, TARGET_GONE));
        }
        return new RunResult(
                scenario,
                startedAtMs,
                endingOf(played),
                figures,
                audit.audited(),
                audit.findings(),
                Verdicts.of(scenario, new Figures(scenario, figures, audit.audited(), audit.counts())));
    }

    private static TrustedRoots roots(final Path ca) throws StageException {
        try {
            return TrustedRoots.of(ca);
        } catch (final IOException unreadable) {
            throw new StageException("target.ca: " + unreadable, unreadable);
        }
    }

    private Ending endingOf(final Played played) {
        if (ended) {
            return Ending.TOLD_TO_END;
        }
        if (played.targetGone()) {
            return Ending.TARGET_GONE;
        }
        return played.missing().isEmpty() ? Ending.COMPLETE : Ending.WORKER_LOST;
    }

    private Played play(final Access access, final URI management, final Consumer<Measurements> eachSecond)
            throws StageException {
        try (ServerWatch watch = new ServerWatch(management)) {
            watch.start();
            await(cast.warmUp(scenario, access), () -> eachSecond.accept(figures));
            startedAtMs = System.currentTimeMillis() + cast.leadMs();
            overAtNs = OptionalLong.of(
                    System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(cast.leadMs() + scenario.durationMs()));
            return await(cast.play(figures, watch), () -> eachSecond.accept(figures));
        }
    }

    private <T> T await(final CompletableFuture<T> outcome, final Runnable eachSecond) throws StageException {
        while (true) {
            try {
                return outcome.get(1, TimeUnit.SECONDS);
            } catch (final TimeoutException anotherSecond) {
                eachSecond.run();
            } catch (final InterruptedException toldToEnd) {
                // Whoever interrupts wants it to end, with a report.
                end();
            } catch (final ExecutionException failed) {
                if (failed.getCause() instanceof StageException told) {
                    throw told;
                }
                throw new StageException("the rig itself failed: " + failed.getCause(), failed.getCause());
            }
        }
    }
}
