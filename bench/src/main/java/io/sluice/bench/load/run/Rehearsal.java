package io.sluice.bench.load.run;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Figures;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.SaleCoupon;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.Verdicts;
import io.sluice.bench.load.audit.Audit;
import io.sluice.bench.load.audit.AuditReport;
import io.sluice.bench.load.audit.HttpFeed;
import io.sluice.bench.load.audit.Opening;
import io.sluice.bench.load.client.Loop;
import io.sluice.bench.load.stage.Minting;
import io.sluice.bench.load.stage.OwnTarget;
import io.sluice.bench.load.stage.Preparation;
import io.sluice.bench.load.stage.StageException;
import io.sluice.gateway.admission.WebhookSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final Measurements figures = new Measurements();
    private volatile Driver driver;
    private volatile boolean ended;
    /** When the last stage is over, as of {@link System#nanoTime}; not until the first has begun. */
    private volatile OptionalLong overAtNs = OptionalLong.empty();

    private long startedAtMs;

    /**
     * A rehearsal that has not begun.
     *
     * @param ownServer  what serves by a configuration file, whose path is put behind it; for a scenario without a url.
     * @param directory  where such a server keeps its data, on the disk that is measured.
     */
    public Rehearsal(final Scenario scenario, final List<String> ownServer, final Path directory) {
        this.scenario = scenario;
        this.ownServer = List.copyOf(ownServer);
        this.directory = directory;
    }

    /**
     * Plays it from beginning to end.
     *
     * @param eachSecond  shown all figures when another second has gone by.
     * @throws StageException when the target cannot be reached or made ready.
     */
    public RunResult run(final Consumer<Measurements> eachSecond) throws StageException {
        if (scenario.target().url() != null) {
            return rehearse(
                    scenario.target().url(),
                    scenario.target().management(),
                    scenario.target().config(),
                    eachSecond);
        }
        try (OwnTarget own = OwnTarget.start(ownServer, directory)) {
            return rehearse(own.url(), own.management(), own.config(), eachSecond);
        }
    }

    /** Lets it end before its time, with what it has; whose last stage is over has nothing to be ended. */
    public void end() {
        final OptionalLong over = overAtNs;
        if (over.isPresent() && System.nanoTime() - over.getAsLong() >= 0) {
            return;
        }
        ended = true;
        final Driver playing = driver;
        if (playing != null) {
            playing.end();
        }
    }

    private RunResult rehearse(
            final URI url, final URI management, final Path config, final Consumer<Measurements> eachSecond)
            throws StageException {
        final Minting minting = Minting.by(config);
        final Opening opening = new Preparation(scenario, url, minting.operator()).run();
        final LoadTarget target = targetAt(url, minting);
        final Told told = play(target, management, eachSecond);
        final AuditReport read = new Audit(new HttpFeed(url, minting.downstream()), opening, told).run();
        final boolean isGone = driver.isTargetGone();
        final AuditReport audit =
                isGone ? read.with(new AuditFinding(AuditFinding.Kind.INCOMPLETE, TARGET_GONE)) : read;
        return new RunResult(
                scenario,
                startedAtMs,
                ended || isGone,
                figures,
                audit.audited(),
                audit.findings(),
                Verdicts.of(scenario, new Figures(scenario, figures, audit.audited(), audit.counts())));
    }

    private LoadTarget targetAt(final URI url, final Minting minting) {
        final Crowd crowd = scenario.crowd();
        final SaleCoupon coupon = scenario.target().coupon();
        final List<String> tokens = new ArrayList<>(crowd.viewers());
        for (int i = 0; i < crowd.viewers(); i++) {
            tokens.add(minting.viewer(crowd.firstViewer() + i));
        }
        final WebhookSignature provider = minting.webhook();
        return new LoadTarget(
                url.getHost(),
                url.getPort(),
                scenario.target().room(),
                scenario.target().offers().stream().map(SaleOffer::offer).toList(),
                coupon == null ? 0 : coupon.campaign(),
                tokens,
                body -> WebhookSignature.HEADER + ": " + provider.sign(body.getBytes(StandardCharsets.UTF_8)) + "\r\n");
    }

    private Told play(final LoadTarget target, final URI management, final Consumer<Measurements> eachSecond)
            throws StageException {
        try (Loop loop = new Loop();
                ServerWatch watch = new ServerWatch(management)) {
            watch.start();
            await(begin(new Driver(loop, scenario.walkThrough(), target, new Measurements(), watch)), () -> {});
            startedAtMs = System.currentTimeMillis();
            overAtNs = OptionalLong.of(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(scenario.durationMs()));
            return await(begin(new Driver(loop, scenario, target, figures, watch)), () -> eachSecond.accept(figures));
        }
    }

    private CompletableFuture<Told> begin(final Driver next) {
        driver = next;
        if (ended) {
            next.end();
        }
        return next.play();
    }

    private Told await(final CompletableFuture<Told> told, final Runnable eachSecond) throws StageException {
        while (true) {
            try {
                return told.get(1, TimeUnit.SECONDS);
            } catch (final TimeoutException anotherSecond) {
                eachSecond.run();
            } catch (final InterruptedException toldToEnd) {
                // Whoever interrupts wants it to end, with a report.
                end();
            } catch (final ExecutionException bug) {
                throw new StageException("the rig itself failed: " + bug.getCause(), bug.getCause());
            }
        }
    }
}
