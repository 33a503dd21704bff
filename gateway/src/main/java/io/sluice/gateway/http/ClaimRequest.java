package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.ClaimCouponEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** A claim of a coupon as it was asked for; reused for the next one as soon as it was sent. One thread. */
public final class ClaimRequest implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ClaimCouponEncoder encoder = new ClaimCouponEncoder();
    private long viewer;
    private long campaign;
    private int latitudeE6;
    private int longitudeE6;
    private String key = "";

    /** Forgets the claim before; it is this viewer's, from the token or the ticket. */
    public ClaimRequest reset(final long newViewer) {
        viewer = newViewer;
        campaign = 0;
        latitudeE6 = ProtocolLimits.NO_POSITION;
        longitudeE6 = ProtocolLimits.NO_POSITION;
        key = "";
        return this;
    }

    /** Of which campaign, 0 when that was not said. */
    public ClaimRequest campaign(final long id) {
        campaign = id;
        return this;
    }

    /** Its idempotency key, visible ASCII. */
    public ClaimRequest key(final String text) {
        key = text;
        return this;
    }

    /** Its campaign, 0 when none was set. */
    public long campaign() {
        return campaign;
    }

    /** Its idempotency key, empty when none was set. */
    public String key() {
        return key;
    }

    /** Reads the field that was just named; false when a claim has no such field, and then nothing was read. */
    public boolean parseField(final JsonBody json, final String name) {
        switch (name) {
            case "latitude" -> latitudeE6 = json.degreesE6(ProtocolLimits.MAX_LATITUDE_E6);
            case "longitude" -> longitudeE6 = json.degreesE6(ProtocolLimits.MAX_LONGITUDE_E6);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Refuses half a position. */
    public void requireWhole(final JsonBody json) {
        final boolean hasLatitude = latitudeE6 != ProtocolLimits.NO_POSITION;
        final boolean hasLongitude = longitudeE6 != ProtocolLimits.NO_POSITION;
        json.require(hasLatitude || !hasLongitude, "latitude");
        json.require(hasLongitude || !hasLatitude, "longitude");
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        encoder.wrapAndApplyHeader(buffer, offset, header)
                .viewer(viewer)
                .campaign(campaign)
                .latitudeE6(latitudeE6)
                .longitudeE6(longitudeE6)
                .key(key);
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
