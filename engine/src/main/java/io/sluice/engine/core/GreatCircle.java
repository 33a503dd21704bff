package io.sluice.engine.core;

/**
 * How far places are from each other, on a ball of the earth's mean radius of 6,371,009 m, in whole numbers that are the same
 * on every machine. A place is a point of the unit ball in parts of 2^30, so that all is exact to some centimetres; two
 * places are as near as the chord between them is short.
 */
final class GreatCircle {
    private static final int BITS = 30;
    private static final long ONE = 1L << BITS;
    private static final int RIGHT_ANGLE_E6 = 90_000_000;
    private static final int FULL_TURN_E6 = 360_000_000;
    /** Radians of a millionth of a degree, in parts of 2^56. */
    private static final long RADIANS_OF_E6 = 1_257_642_267L;

    private static final int RADIANS_BITS = 56;
    private static final long EARTH_RADIUS_METRES = 6_371_009;

    private GreatCircle() {}

    /** Whether two places, in millionths of a degree, are at most {@code metres} from each other, up to 10,000 km. */
    static boolean isWithin(
            final int latitudeE6,
            final int longitudeE6,
            final int otherLatitudeE6,
            final int otherLongitudeE6,
            final int metres) {
        final long up = sine(latitudeE6) - sine(otherLatitudeE6);
        final long out = cosine(latitudeE6);
        final long otherOut = cosine(otherLatitudeE6);
        final long ahead = times(out, cosine(longitudeE6)) - times(otherOut, cosine(otherLongitudeE6));
        final long aside = times(out, sine(longitudeE6)) - times(otherOut, sine(otherLongitudeE6));
        final long chord = 2 * sineOfSmall((metres * ONE / EARTH_RADIUS_METRES) / 2);
        return up * up + ahead * ahead + aside * aside <= chord * chord;
    }

    private static long cosine(final int angleE6) {
        return sine(angleE6 + RIGHT_ANGLE_E6);
    }

    /** Sine of an angle, by that of one from 0 to a right angle. */
    private static long sine(final int angleE6) {
        final int turned = Math.floorMod(angleE6, FULL_TURN_E6);
        final int half = turned % (FULL_TURN_E6 / 2);
        final long sine = sineOfSharp(half <= RIGHT_ANGLE_E6 ? half : FULL_TURN_E6 / 2 - half);
        return turned == half ? sine : -sine;
    }

    private static long sineOfSharp(final int angleE6) {
        return angleE6 <= RIGHT_ANGLE_E6 / 2
                ? sineOfSmall(radians(angleE6))
                : cosineOfSmall(radians(RIGHT_ANGLE_E6 - angleE6));
    }

    private static long radians(final int angleE6) {
        return (angleE6 * RADIANS_OF_E6) >> (RADIANS_BITS - BITS);
    }

    /** Taylor's series, which up to half a right angle is exact to less than a part. */
    private static long sineOfSmall(final long angle) {
        final long square = times(angle, angle);
        long sum = ONE - square / 110;
        sum = ONE - times(square, sum) / 72;
        sum = ONE - times(square, sum) / 42;
        sum = ONE - times(square, sum) / 20;
        sum = ONE - times(square, sum) / 6;
        return times(angle, sum);
    }

    private static long cosineOfSmall(final long angle) {
        final long square = times(angle, angle);
        long sum = ONE - square / 90;
        sum = ONE - times(square, sum) / 56;
        sum = ONE - times(square, sum) / 30;
        sum = ONE - times(square, sum) / 12;
        return ONE - times(square, sum) / 2;
    }

    private static long times(final long one, final long other) {
        return (one * other) >> BITS;
    }
}
