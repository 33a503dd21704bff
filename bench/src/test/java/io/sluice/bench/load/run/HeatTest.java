package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenarios;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeatTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void theFirstOfferIsPressedMostInProportionToItsRank() {
        final Heat heat = new Heat(List.of(1L, 2L, 3L), 1);
        final int[] pressed = new int[4];
        for (int i = 0; i < 11_000; i++) {
            pressed[(int) heat.pick(1, random)[0]]++;
        }

        assertThat(pressed[1]).isBetween(5_700, 6_300);
        assertThat(pressed[2]).isBetween(2_750, 3_250);
        assertThat(pressed[3]).isBetween(1_750, 2_250);
    }

    @Test
    void theLinesOfAnOrderAreDifferentOffers() {
        assertThat(new Heat(List.of(1L, 2L, 3L), 3).pick(16, random)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void anOfferThatIsAlmostNeverPressedIsFoundWhenNoOtherIsLeft() {
        final Heat heat = Heat.of(
                Scenarios.selling(1, new SaleOffer(1, 100, 1, 0, 1e9), new SaleOffer(2, 100, 1, 0, 1e-9)),
                List.of(1L, 2L));

        assertThat(heat.pick(2, random)).containsExactly(1, 2);
    }

    @Test
    void theSecondLineIsOneOfTheOthersInProportionToTheirWeights() {
        final Heat heat = new Heat(List.of(1L, 2L, 3L), 1);
        int secondIsTwo = 0;
        for (int i = 0; i < 10_000; i++) {
            final long[] picked = heat.pick(2, random);
            secondIsTwo += picked[0] == 1 && picked[1] == 2 ? 1 : 0;
        }

        // 6/11 for the first, 3/5 for the second of those left.
        assertThat(secondIsTwo).isBetween(3_100, 3_450);
    }

    @Test
    void weightsSayHowOftenAnOfferIsPressed() {
        final Heat heat = Heat.of(
                Scenarios.selling(1, new SaleOffer(1, 100, 1, 0, 1), new SaleOffer(2, 100, 1, 0, 9)), List.of(1L, 2L));
        int second = 0;
        for (int i = 0; i < 10_000; i++) {
            second += heat.pick(1, random)[0] == 2 ? 1 : 0;
        }

        assertThat(second).isBetween(8_800, 9_200);
    }
}
