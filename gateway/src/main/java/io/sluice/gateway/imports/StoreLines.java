package io.sluice.gateway.imports;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;

/** Lines of {@link ImportKind#STORES}. */
final class StoreLines implements LineReader {
    private static final int STORE = 0;
    private static final int NAME = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE = 3;

    private final long actor;
    private long store;
    private byte[] name;
    private int latitudeE6;
    private int longitudeE6;

    StoreLines(final long actor) {
        this.actor = actor;
    }

    @Override
    public void read(final Fields fields) {
        store = fields.id(STORE);
        name = fields.name(NAME);
        latitudeE6 = fields.degreesE6(LATITUDE, ProtocolLimits.MAX_LATITUDE_E6);
        longitudeE6 = fields.degreesE6(LONGITUDE, ProtocolLimits.MAX_LONGITUDE_E6);
        if ((latitudeE6 == ProtocolLimits.NO_POSITION) != (longitudeE6 == ProtocolLimits.NO_POSITION)) {
            final int empty = latitudeE6 == ProtocolLimits.NO_POSITION ? LATITUDE : LONGITUDE;
            fields.wrong(empty, ImportFault.POSITION_HALF, "Latitude and longitude are both given or both empty.");
        }
    }

    @Override
    public long id() {
        return store;
    }

    @Override
    public ImportCommand take(final long line) {
        final long id = store;
        final byte[] utf8 = name;
        final int latitude = latitudeE6;
        final int longitude = longitudeE6;
        return new OneLineCommand(line, (buffer, offset) -> {
            final PutStoreEncoder encoder = new PutStoreEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .store(id)
                    .latitudeE6(latitude)
                    .longitudeE6(longitude)
                    .putName(utf8, 0, utf8.length);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        });
    }
}
