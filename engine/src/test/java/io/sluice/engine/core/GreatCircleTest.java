package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GreatCircleTest {
    private static final double EARTH_RADIUS_METRES = 6_371_009;

    @Property(tries = 20_000)
    void whatTheHaversineSaysItSaysToo(
            @ForAll @IntRange(min = -90_000_000, max = 90_000_000) final int latitude,
            @ForAll @IntRange(min = -180_000_000, max = 180_000_000) final int longitude,
            @ForAll @IntRange(min = -30_000, max = 30_000) final int north,
            @ForAll @IntRange(min = -30_000, max = 30_000) final int east) {
        final int otherLatitude = Math.max(-90_000_000, Math.min(90_000_000, latitude + north));
        final int otherLongitude = longitude + east;
        final double metres = haversine(latitude, longitude, otherLatitude, otherLongitude);

        assertThat(GreatCircle.isWithin(latitude, longitude, otherLatitude, otherLongitude, (int) metres + 2))
                .isTrue();
        if (metres > 2) {
            assertThat(GreatCircle.isWithin(latitude, longitude, otherLatitude, otherLongitude, (int) metres - 1))
                    .isFalse();
        }
    }

    @Property(tries = 20_000)
    void farPlacesAreTooFar(
            @ForAll @IntRange(min = -90_000_000, max = 90_000_000) final int latitude,
            @ForAll @IntRange(min = -180_000_000, max = 180_000_000) final int longitude,
            @ForAll @IntRange(min = -90_000_000, max = 90_000_000) final int otherLatitude,
            @ForAll @IntRange(min = -180_000_000, max = 180_000_000) final int otherLongitude) {
        final double metres = haversine(latitude, longitude, otherLatitude, otherLongitude);

        assertThat(GreatCircle.isWithin(latitude, longitude, otherLatitude, otherLongitude, 1_000_000))
                .isEqualTo(metres <= 1_000_000);
    }

    @Test
    void aPlaceIsNearItselfAlsoAcrossTheDateLineAndAtThePoles() {
        assertThat(GreatCircle.isWithin(31_230_416, 121_473_701, 31_230_416, 121_473_701, 1))
                .isTrue();
        assertThat(GreatCircle.isWithin(0, 180_000_000, 0, -180_000_000, 1)).isTrue();
        assertThat(GreatCircle.isWithin(90_000_000, 10_000_000, 90_000_000, -170_000_000, 1))
                .isTrue();
    }

    @Test
    void threeKilometresAreThreeKilometres() {
        // A minute of latitude is 1,853.25 m on this ball.
        assertThat(GreatCircle.isWithin(31_230_416, 121_473_701, 31_230_416 + 26_979, 121_473_701, 3_000))
                .isTrue();
        assertThat(GreatCircle.isWithin(31_230_416, 121_473_701, 31_230_416 + 26_980, 121_473_701, 3_000))
                .isFalse();
    }

    private static double haversine(final int latitude, final int longitude, final int otherLat, final int otherLong) {
        final double phi = Math.toRadians(latitude / 1e6);
        final double otherPhi = Math.toRadians(otherLat / 1e6);
        final double up = Math.sin((otherPhi - phi) / 2);
        final double aside = Math.sin(Math.toRadians((otherLong - longitude) / 1e6) / 2);
        final double square = up * up + Math.cos(phi) * Math.cos(otherPhi) * aside * aside;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
