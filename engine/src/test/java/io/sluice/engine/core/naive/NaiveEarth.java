package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ProtocolLimits;

/** Places and how far they are from each other, by the haversine in floating point, which the core may not use. */
final class NaiveEarth {
    private static final double RADIUS_METRES = 6_371_009;

    private NaiveEarth() {}

    static boolean isPlace(final int latitudeE6, final int longitudeE6) {
        return Math.abs((long) latitudeE6) <= ProtocolLimits.MAX_LATITUDE_E6
                && Math.abs((long) longitudeE6) <= ProtocolLimits.MAX_LONGITUDE_E6;
    }

    /** Whether there is such a store, and it has a position. */
    static boolean isSomewhere(final Command.PutStore store) {
        return store != null && store.latitudeE6() != ProtocolLimits.NO_POSITION;
    }

    static double metres(
            final int latitudeE6, final int longitudeE6, final int otherLatitudeE6, final int otherLongitudeE6) {
        final double latitude = radians(latitudeE6);
        final double otherLatitude = radians(otherLatitudeE6);
        final double up = Math.sin((otherLatitude - latitude) / 2);
        final double aside = Math.sin((radians(otherLongitudeE6) - radians(longitudeE6)) / 2);
        final double square = up * up + Math.cos(latitude) * Math.cos(otherLatitude) * aside * aside;
        return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square)));
    }

    private static double radians(final int angleE6) {
        return Math.toRadians(angleE6 / 1e6);
    }
}
