package io.sluice.engine.ring;

import io.sluice.engine.SeedCorpus;
import org.junit.jupiter.api.Test;

/** Makes the seeds of {@link JournalFuzzTest}: one of each kind of damage, where it hurts. */
class JournalSeedMaker {
    /** In the order of the files' names. */
    private static final int MARK = 0;

    private static final int FIRST_DAY = 1;
    private static final int SECOND_DAY = 2;
    private static final int TABLE = 3;

    private static final int BLOCK = 65_536;
    /** Within the records of both days. */
    private static final int AMONG_RECORDS = BLOCK + 9_000;

    private final SeedCorpus corpus = SeedCorpus.of(JournalFuzzTest.class, "anyDamage");

    @Test
    void make() {
        corpus.keep(
                "a-flipped-byte",
                new FileDamage.Script()
                        .write(FIRST_DAY, AMONG_RECORDS, (byte) 0x55)
                        .bytes());
        corpus.keep(
                "a-header-of-chronicle",
                new FileDamage.Script()
                        .write(FIRST_DAY, 0, new byte[] {1, 0, 0, 0x40})
                        .bytes());
        corpus.keep(
                "a-lost-sector",
                new FileDamage.Script().blank(SECOND_DAY, AMONG_RECORDS, 512).bytes());
        corpus.keep(
                "a-sector-that-went-astray",
                new FileDamage.Script()
                        .copy(SECOND_DAY, AMONG_RECORDS, 512, AMONG_RECORDS + 512)
                        .bytes());
        corpus.keep(
                "a-short-file",
                new FileDamage.Script().cut(SECOND_DAY, AMONG_RECORDS).bytes());
        corpus.keep("an-empty-file", new FileDamage.Script().cut(FIRST_DAY, 0).bytes());
        corpus.keep(
                "a-mark-ahead",
                new FileDamage.Script().write(MARK, 0, new byte[] {0, 0, 0, 1}).bytes());
        corpus.keep(
                "a-blank-table", new FileDamage.Script().blank(TABLE, 0, 4_096).bytes());
    }
}
