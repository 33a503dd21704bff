package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.http.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, held against the contract's own reader of them. */
class TimeTextTest {
    @Property
    void aTimeIsReadAsTheContractReadsIt(
            @ForAll @LongRange(min = -62_000_000_000_000L, max = 253_000_000_000_000L) final long epochMs,
            @ForAll @IntRange(min = -1_080, max = 1_080) final int offsetMinutes) {
        final OffsetDateTime time =
                Instant.ofEpochMilli(epochMs).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        final String text = Rfc3339.format(epochMs);

        assertThat(read(text)).isEqualTo(epochMs);
        if (time.getSecond() != 0) {
            assertThat(read(time.toString())).isEqualTo(Rfc3339.parse(time.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-05-01",
                "2024-05-01T00:00:00",
                "2024-05-01 00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-02-30T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "2024-05-01T24:00:00Z",
                "2024-05-01T00:60:00Z",
                "2024-05-01T00:00:60Z",
                "2024-05-01T00:00:00.Z",
                "2024-05-01T00:00:00.1234567890Z",
                "2024-05-01T00:00:00z",
                "2024-05-01T00:00:00Z ",
                "2024-05-01T00:00:00+8:00",
                "2024-05-01T00:00:00+19:00",
                "2024-05-01T00:00:00+0800",
                "20x4-05-01T00:00:00Z"
            })
    void whatIsNoTimeToTheContractIsNone(final String text) {
        assertThat(read(text)).isEqualTo(TimeText.NONE).isEqualTo(contract(text));
    }

    private static long contract(final String text) {
        try {
            return Rfc3339.parse(text);
        } catch (final DateTimeException none) {
            return TimeText.NONE;
        }
    }

    private static long read(final String text) {
        return TimeText.epochMs(text.toCharArray(), 0, text.length());
    }
}
