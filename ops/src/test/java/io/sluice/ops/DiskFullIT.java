package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.RecordChain;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The disk fills up under a server that sells, slowly or in one moment, and is made room on again; {@code
 * -Dsluice.fills=N} for more often. The small disk is a file system of its own, so this needs root.
 */
@Isolated
class DiskFullIT {
    private static final int FILLS = Integer.getInteger("sluice.fills", 3);
    private static final long SEED = Long.getLong("sluice.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int DISK_MEBIBYTES = 96;
    private static final int LOW_SPACE_BYTES = 16 << 20;
    private static final int BLOCK_BYTES = 4 << 20;
    private static final int RING_SIZE = 512;
    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int BUYERS = 12;
    private static final int ANSWERS_A_PIECE = 20;
    private static final long UNITS = 10_000_000;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final OrderLedger ledger = new OrderLedger();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    private final RecordChain chain = new RecordChain();
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(4_096));

    @TempDir
    private Path folder;

    private ServeConfig config;
    private ShopClient shop;

    @ParameterizedTest
    @EnumSource(SmallDisk.Kind.class)
    void ordersAreRefusedBeforeTheDiskIsFullAndGoOnWhenThereIsRoom(final SmallDisk.Kind kind) {
        System.out.println("DiskFullIT: " + kind + ", seed " + SEED);
        try (SmallDisk disk = SmallDisk.mount(folder, kind, DISK_MEBIBYTES)) {
            configure(disk);
            try (SluiceProcess process = start()) {
                SaleRoom.open(shop, UNITS);
                final Rush rush = Rush.begin(shop, ledger, buyers(), Integer.MAX_VALUE, this::count);
                fillSlowly(disk, process);
                awaitRefusals(process, 100);
                makeRoom(disk, process);
                for (int i = 0; i < FILLS; i++) {
                    awaitOrders(process, random.nextInt(1, 500));
                    disk.takeAll();
                    awaitRefusals(process, 100);
                    makeRoom(disk, process);
                }
                awaitOrders(process, 100);
                rush.stop();
                assertThat(rush.cutOff()).isZero();
                assertNothingIsLost(process);
            }
        }
    }

    @Test
    void aServerThatDiesOnAFullDiskStartsThereAndSellsWhenThereIsRoom() {
        try (SmallDisk disk = SmallDisk.mount(folder, SmallDisk.Kind.TMPFS, DISK_MEBIBYTES)) {
            configure(disk);
            try (SluiceProcess process = start()) {
                SaleRoom.open(shop, UNITS);
                final Rush rush = Rush.begin(shop, ledger, buyers(), Integer.MAX_VALUE, this::count);
                awaitOrders(process, 200);
                disk.takeAll();
                awaitRefusals(process, 50);
                process.kill();
                rush.awaitEnd();
            }
            try (SluiceProcess process = start()) {
                final Buyer late = Buyer.overHttp(shop, 1);
                late.order("late", SaleRoom.order(1)).join().expect(503, "STORAGE_LOW");
                disk.freeBallast();
                await().atMost(PATIENCE)
                        .until(() ->
                                late.order("late", SaleRoom.order(1)).join().isOrder());
                assertNothingIsLost(process);
            }
        }
    }

    /** The next day's first record comes when the disk has been full for long: its file was made beforehand. */
    @ParameterizedTest
    @EnumSource(SmallDisk.Kind.class)
    void aFullDiskDoesNotKeepARecordFromBeginningTheNextDay(final SmallDisk.Kind kind) {
        try (SmallDisk disk = SmallDisk.mount(folder, kind, DISK_MEBIBYTES)) {
            final JournalSettings settings = new JournalSettings().withBlockBytes(BLOCK_BYTES);
            final JournalDirectory directory = new JournalDirectory(disk.root());
            try (ChronicleJournal journal = ChronicleJournal.open(directory, settings)) {
                append(journal, DAY_MS);
                disk.takeAll();
                append(journal, 2 * DAY_MS);
                append(journal, 2 * DAY_MS + 1);
                journal.force();
                assertThat(StorageWatch.of(journal, BLOCK_BYTES, BLOCK_BYTES, 0).low())
                        .isTrue();
            }
            try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
                assertThat(journal.lastSequence()).isEqualTo(3);
            }
        }
    }

    @Test
    void aStartOnAFullDiskIsRefusedAndLosesNothing() {
        try (SmallDisk disk = SmallDisk.mount(folder, SmallDisk.Kind.TMPFS, DISK_MEBIBYTES)) {
            final JournalSettings settings = new JournalSettings().withBlockBytes(BLOCK_BYTES);
            final JournalDirectory directory = new JournalDirectory(disk.root());
            try (ChronicleJournal journal = ChronicleJournal.open(directory, settings)) {
                append(journal, DAY_MS);
            }
            disk.takeAll();
            assertThatThrownBy(() -> ChronicleJournal.open(directory, settings))
                    .hasMessageContaining("is full: 0 bytes are free, and a start needs 1048576");
            disk.freeBallast();
            try (ChronicleJournal journal = ChronicleJournal.open(directory, settings)) {
                assertThat(journal.lastSequence()).isEqualTo(1);
            }
        }
    }

    private void append(final ChronicleJournal journal, final long timeMs) {
        journal.append(buffer, 0, chain.seal(buffer, 0, 200, 52, timeMs));
    }

    private void configure(final SmallDisk disk) {
        config = new ServeConfig(folder, disk.root().resolve("data"))
                .set("sluice.engine.blockBytes", BLOCK_BYTES)
                .set("sluice.engine.lowSpaceBytes", LOW_SPACE_BYTES)
                .set("sluice.engine.ringSize", RING_SIZE)
                .set("sluice.engine.snapshotEvery", SNAPSHOT_EVERY)
                .set("sluice.gateway.rate.address", 0)
                .set("sluice.gateway.rate.order", 0);
        shop = new ShopClient(config.port());
    }

    private SluiceProcess start() {
        final SluiceProcess process = config.start();
        process.awaitErr("serving");
        return process;
    }

    private List<Buyer> buyers() {
        final List<Buyer> buyers = new ArrayList<>();
        for (long viewer = 100_000; viewer < 100_000 + BUYERS; viewer++) {
            buyers.add(viewer % 2 == 0 ? Buyer.overHttp(shop, viewer) : Buyer.overWebSocket(shop, viewer));
        }
        return buyers;
    }

    /** Every answer is an order or says that the storage is low; nothing else is to be heard from a full disk. */
    private void count(final ShopAnswer answer) {
        answers.incrementAndGet();
        if (answer.isOrder()) {
            orders.incrementAndGet();
        } else {
            answer.expect(503, "STORAGE_LOW");
            refusals.incrementAndGet();
        }
    }

    /** A piece of ballast after so many answers: slowly beside how often the server looks at the disk. */
    private void fillSlowly(final SmallDisk disk, final SluiceProcess process) {
        while (refusals.get() == 0) {
            assertThat(disk.grow())
                    .as("room for the ballast, and still no refusal")
                    .isTrue();
            awaitMore(process, answers, ANSWERS_A_PIECE);
        }
        System.out.println("DiskFullIT: first refusal with " + disk.usableBytes() + " bytes free");
        disk.takeTheRest();
    }

    private void makeRoom(final SmallDisk disk, final SluiceProcess process) {
        final long before = orders.get();
        disk.freeBallast();
        final long beganNs = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .failFast(() -> assertThat(process.isAlive()).as(process.err()).isTrue())
                .until(() -> orders.get() > before);
        System.out.println("DiskFullIT: orders again " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs)
                + " ms after room was made; " + orders + " orders, " + refusals + " refusals");
    }

    private void awaitOrders(final SluiceProcess process, final int more) {
        awaitMore(process, orders, more);
    }

    private void awaitRefusals(final SluiceProcess process, final int more) {
        awaitMore(process, refusals, more);
    }

    private static void awaitMore(final SluiceProcess process, final AtomicLong counted, final int more) {
        final long enough = counted.get() + more;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .failFast(() -> assertThat(process.isAlive()).as(process.err()).isTrue())
                .until(() -> counted.get() >= enough);
    }

    private void assertNothingIsLost(final SluiceProcess process) {
        ledger.repeatUnanswered(shop);
        final JournalBook book = new JournalBook(config.data()).readOn();
        book.hold(ledger);
        SaleRoom.of(shop).awaitAvailable(UNITS - book.units());
        CleanStop.of(process, config.data());
    }
}
