package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the fixture of the present version of the schema. No part of the build: it runs when it is named,
 * {@code mvn -pl engine -Dtest=JournalFixtureMaker test}, and never touches a fixture that is there.
 */
class JournalFixtureMaker {
    @Test
    void keepsAJournalOfThisVersion(@TempDir final Path data) throws IOException {
        final JournalFixture fixture = JournalFixture.ofVersion(MessageHeaderDecoder.SCHEMA_VERSION);
        assertThat(fixture.exists()).as(fixture.directory() + " exists").isFalse();

        final JournalDirectory directory = new JournalDirectory(data);
        FixtureJournal.write(directory);
        fixture.keep(directory);
    }
}
