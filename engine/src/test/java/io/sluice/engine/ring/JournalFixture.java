package io.sluice.engine.ring;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A journal of one version of the schema, kept as that version wrote it: its files in {@code journal.zip}, and what they say
 * in {@code records.csv}.
 */
record JournalFixture(Path directory) {
    private static final Path ALL = Path.of("src", "test", "resources", "journals");

    /** The one of a version; need not exist. */
    static JournalFixture ofVersion(final int version) {
        return new JournalFixture(ALL.resolve(Integer.toString(version)));
    }

    boolean exists() {
        return Files.exists(directory);
    }

    /** Keeps the journal of a data directory. */
    void keep(final JournalDirectory data) throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("records.csv"), linesOf(data));
        try (OutputStream file = Files.newOutputStream(directory.resolve("journal.zip"));
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> found = Files.walk(data.data())) {
            for (final Path path :
                    found.filter(path -> isKept(path, data)).sorted().toList()) {
                final ZipEntry entry = new ZipEntry(data.data().relativize(path).toString());
                // Two makings of the same journal are then as alike as their files.
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(path, zip);
            }
        }
    }

    /** The lock says who wrote, which is nobody's business here. */
    private static boolean isKept(final Path path, final JournalDirectory data) {
        return Files.isRegularFile(path) && !path.equals(data.lockFile());
    }

    /** Lays the journal out again in an empty directory. */
    void unpackInto(final Path target) throws IOException {
        try (InputStream file = Files.newInputStream(directory.resolve("journal.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                final Path path = target.resolve(entry.getName());
                Files.createDirectories(path.getParent());
                Files.copy(zip, path);
            }
        }
    }

    /** What the records said to the version that wrote them. */
    List<String> keptLines() throws IOException {
        return Files.readAllLines(directory.resolve("records.csv"));
    }

    /** What the records of a data directory say to this version. */
    static List<String> linesOf(final JournalDirectory data) {
        final List<String> lines = new ArrayList<>();
        lines.add("sequence,timeMs,commandType,outcome,order,state,totalFen,items,stocks,share");
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(data);
                JournalReader reader = journal.reader(1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                lines.add(lineOf(record));
            }
        }
        return lines;
    }

    private static String lineOf(final RecordFlyweight record) {
        final StringJoiner line = new StringJoiner(",")
                .add(Long.toString(record.sequence()))
                .add(Long.toString(record.timeMs()))
                .add(Integer.toString(record.commandType()))
                .add(record.outcome().name());
        if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            final OrderDecisionDecoder decision = new OrderDecisionDecoder()
                    .wrapAndApplyHeader(record.buffer(), record.decisionOffset(), new MessageHeaderDecoder());
            line.add(Long.toString(decision.order()))
                    .add(Integer.toString(decision.state()))
                    .add(Long.toString(decision.totalFen()));
            final StringJoiner items = new StringJoiner(" ");
            decision.lines().forEach(each -> items.add(each.item() + "x" + each.quantity()));
            final StringJoiner stocks = new StringJoiner(" ");
            decision.stock().forEach(each -> stocks.add(each.item() + allotment(each) + ":" + each.available()));
            line.add(items.toString()).add(stocks.toString()).add(decision.share());
        }
        return line.toString();
    }

    /** The shared stock is called after its item alone, as when there was no other. */
    private static String allotment(final OrderDecisionDecoder.StockDecoder stock) {
        final StockKind kind = StockKind.ofCode(stock.stockKind());
        return kind == null || kind == StockKind.SHARED ? "" : "/" + kind + stock.stockOf();
    }
}
