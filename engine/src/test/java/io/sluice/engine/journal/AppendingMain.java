package io.sluice.engine.journal;

import java.nio.file.Path;

/** Appends and forces until it is killed, and prints each sequence that is durable, as an engine would acknowledge it. */
final class AppendingMain {
    /** So many are set aside behind the last record. */
    static final int ACCEPTED_BYTES = 8 << 20;

    private static final int BATCH = 7;

    private AppendingMain() {}

    public static void main(final String[] args) {
        final JournalSettings settings = new JournalSettings()
                .withDurability(Durability.valueOf(args[1]))
                .withAcceptedBytes(ACCEPTED_BYTES)
                .withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);
        try (ChronicleJournal journal = ChronicleJournal.open(new JournalDirectory(Path.of(args[0])), settings)) {
            final RecordWriter writer = RecordWriter.resumed(journal);
            while (true) {
                writer.to(journal.lastSequence() + BATCH);
                journal.force();
                System.out.println(journal.lastSequence());
            }
        } catch (final IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
