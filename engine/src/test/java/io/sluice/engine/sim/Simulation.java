package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.naive.Broadcast;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.ring.CommandRing;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.agrona.DirectBuffer;

/**
 * An evening of an engine, its disk and its crowd, with deaths of the process and losses of power in it, all of one seed:
 * who comes when, whose turn it is, how long a batch becomes, when power is lost and what of the disk. One thread.
 */
final class Simulation implements EngineListener {
    private static final int TURNS = 600;
    private static final int MAX_BATCH = 8;
    /** Of an order and of a turn. */
    private static final long LONGEST_HOLD_MS = 20_000;

    private final Random random;
    private final SimulatedDisk disk;
    private final Auditor auditor = new Auditor();
    private final Broadcast broadcast;
    private final Crowd crowd;
    private final Map<Long, Long> hashes = new HashMap<>();
    private SimulatedEngine.Snapshot snapshot;
    private SimulatedEngine engine;
    private long startMs;
    private long nowMs;
    private long digest;
    private int restarts;

    Simulation(final long seed, final SimulatedDisk disk) {
        this.random = new Random(seed);
        this.disk = disk;
        broadcast = new Broadcast(random, auditor.model());
        crowd = new Crowd(random, broadcast, auditor);
    }

    /** Lets the evening pass; fails where somebody was lied to. */
    Result run() {
        nowMs = broadcast.nextMs();
        startMs = nowMs;
        engine = start();
        for (int turn = 0; turn < TURNS; turn++) {
            try {
                takeTurn();
            } catch (final PowerCut cut) {
                losePower();
            }
        }
        settle();
        nowMs += LONGEST_HOLD_MS;
        engine.ring().pulse();
        settle();
        assertThat(auditor.model().holdsOverdueAt(nowMs))
                .as("holds past their time")
                .isEmpty();
        assertThat(auditor.lines().turnsOverdueAt(nowMs))
                .as("turns past their time")
                .isZero();
        assertThat(auditor.model().nextToCall(nowMs))
                .as("offer whose first viewer waits though units are free, or the sale is over")
                .isZero();
        restart();
        return new Result(digest, auditor.sequence(), crowd.answers(), restarts, nowMs - startMs);
    }

    private void takeTurn() {
        final int chance = random.nextInt(100);
        if (chance < 45) {
            nowMs = broadcast.nextMs();
            crowd.offerTo(engine.ring());
        } else if (chance < 68) {
            engine.decide(1 + random.nextInt(MAX_BATCH), hashes);
        } else if (chance < 90) {
            engine.ring().seal(1 + random.nextInt(MAX_BATCH));
        } else if (chance < 94) {
            engine.ring().pulse();
        } else if (chance < 95) {
            settle();
            snapshot = auditor.sequence() > 0 ? engine.snapshot() : null;
        } else if (chance < 97) {
            disk.cutPower(
                    random.nextBoolean()
                            ? SimulatedDisk.PowerCutAt.BEFORE_FORCE
                            : SimulatedDisk.PowerCutAt.AFTER_FORCE);
        } else if (chance < 98) {
            losePower();
        } else if (chance < 99) {
            restart();
        }
    }

    private void losePower() {
        disk.losePower(random);
        restart();
    }

    /** The process dies; of the disk nothing is lost that was not lost already. */
    private void restart() {
        crowd.onCrash();
        engine = start();
        restarts++;
    }

    private SimulatedEngine start() {
        disk.recover();
        auditor.checkJournal(disk);
        crowd.checkAcknowledged();
        final SimulatedEngine started = new SimulatedEngine(disk, snapshot, () -> nowMs, this);
        assertThat(started.stateHash())
                .as("state hash behind a snapshot and the records since, and behind all records")
                .isEqualTo(SimulatedEngine.replayedHash(disk));
        assertThat(started.stateHash())
                .as("state hash of the replay, and of the engine as it decided record %d", started.sequence())
                .isEqualTo(hashes.computeIfAbsent(started.sequence(), first -> started.stateHash()));
        auditor.checkBoard(started.board());
        digest = RecordHash.mix(digest, started.stateHash());
        return started;
    }

    /** Decides, forces and answers everything. */
    private void settle() {
        disk.cutPower(SimulatedDisk.PowerCutAt.NEVER);
        while (!engine.ring().isEmpty()) {
            engine.decide(MAX_BATCH, hashes);
            engine.ring().seal(MAX_BATCH);
        }
        assertThat(crowd.isAnswered()).as("everybody has an answer").isTrue();
        assertThat(auditor.sequence()).isEqualTo(engine.sequence());
        auditor.checkBoard(engine.board());
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        auditor.audit(record);
        engine.board().apply(record);
        digest = RecordHash.mix(digest, RecordHash.of(record.buffer(), record.offset(), record.length()));
        if (replyTo != CommandRing.NO_REPLY) {
            crowd.onRecord(record, replyTo);
        }
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        crowd.onAnswer(buffer, offset, replyTo);
        digest = RecordHash.mix(digest, RecordHash.of(buffer, offset, length));
    }

    @Override
    public void onBatchEnd() {}

    /** What became of an evening; {@code digest} is of every durable record, answer and state in their order. */
    record Result(long digest, long records, int answers, int restarts, long simulatedMs) {}
}
