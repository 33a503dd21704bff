package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.JournalAudit;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals of every version of the schema there ever was, read and decided again by this one. */
class JournalFixtureTest {
    @TempDir
    private Path data;

    static IntStream versions() {
        return IntStream.rangeClosed(1, MessageHeaderDecoder.SCHEMA_VERSION);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void saysWhatItSaidToTheVersionThatWroteIt(final int version) throws IOException {
        final JournalFixture fixture = JournalFixture.ofVersion(version);
        fixture.unpackInto(data);

        assertThat(JournalFixture.linesOf(new JournalDirectory(data))).isEqualTo(fixture.keptLines());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isDecidedAgainAsItWas(final int version) throws IOException {
        final JournalFixture fixture = JournalFixture.ofVersion(version);
        fixture.unpackInto(data);

        final JournalAudit audit = JournalAudit.of(new JournalDirectory(data));

        assertThat(audit.fault()).isNull();
        assertThat(audit.lastSequence()).isEqualTo(fixture.keptLines().size() - 1);
    }

    /** Else a new kind of command would be written for a while and kept nowhere. */
    @Test
    void theNewestHoldsEveryKindOfCommand() throws IOException {
        JournalFixture.ofVersion(MessageHeaderDecoder.SCHEMA_VERSION).unpackInto(data);

        final Set<CommandShape> found = EnumSet.noneOf(CommandShape.class);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(data));
                JournalReader reader = journal.reader(1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                found.add(CommandShape.ofTemplate(record.commandType()));
                assertThat(record.decisionVersion()).isEqualTo(MessageHeaderDecoder.SCHEMA_VERSION);
            }
        }

        assertThat(found).containsExactlyInAnyOrder(CommandShape.values());
    }
}
