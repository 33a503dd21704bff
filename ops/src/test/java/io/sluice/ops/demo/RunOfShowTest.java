package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunOfShowTest {
    private RunOfShow runOfShow;
    private DemoBrand brand;

    @BeforeEach
    void load() throws IOException {
        brand = DemoBrand.load();
        runOfShow = new RunOfShow(brand);
    }

    @Test
    void thePinVisitsEveryOffer() {
        assertThat(cues(RunOfShow.CueKind.PIN, 2L * brand.offers().size()))
                .extracting(RunOfShow.Cue::offer)
                .containsAll(brand.offers());
    }

    @Test
    void aFlashPriceOpensEverySixMinutesAndItsOfferIsPinned() {
        final List<RunOfShow.Cue> flash = cues(RunOfShow.CueKind.FLASH, 60);

        assertThat(flash).hasSize(10).allMatch(cue -> cue.offer().hasFlashPrice());
        assertThat(runOfShow.cues(3))
                .extracting(RunOfShow.Cue::kind)
                .containsExactly(RunOfShow.CueKind.FLASH, RunOfShow.CueKind.PIN);
    }

    @Test
    void restocksSometimesAndOnlyHotOffers() {
        final List<RunOfShow.Cue> restocks = cues(RunOfShow.CueKind.RESTOCK, 60);

        assertThat(restocks).hasSize(7).allMatch(cue -> cue.units() > 0);
        assertThat(brand.offers().subList(0, 5))
                .containsAll(restocks.stream().map(RunOfShow.Cue::offer).toList());
    }

    private List<RunOfShow.Cue> cues(final RunOfShow.CueKind kind, final long minutes) {
        return LongStream.range(0, minutes)
                .boxed()
                .flatMap(minute -> runOfShow.cues(minute).stream())
                .filter(cue -> cue.kind() == kind)
                .toList();
    }
}
