package io.sluice.gateway.http;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.view.AudienceView;
import java.util.concurrent.TimeUnit;

/** Who may claim, as an operator's body has it: each kind of people with just what it needs. */
final class AudienceRequest {
    static final AudienceView EVERYBODY = new AudienceView(Audience.EVERYBODY, 0, 0, 0, 0, 0);

    private static final long MAX_DAYS = TimeUnit.MILLISECONDS.toDays(ProtocolLimits.MAX_POLICY_MS);

    private Audience kind;
    private long store;
    private int radiusMetres;
    private long room;
    private int watchedSeconds;
    private long memberDays;

    private AudienceRequest() {}

    /** Reads the object that comes next. */
    static AudienceView parse(final JsonBody json) {
        final String place = json.place();
        final AudienceRequest request = new AudienceRequest();
        json.beginObject();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            request.parseField(json, name);
        }
        json.require(request.kind != null, place + ".kind");
        request.requireOf(json, Audience.NEARBY, place + ".store", request.store);
        request.requireOf(json, Audience.NEARBY, place + ".radiusMetres", request.radiusMetres);
        request.requireOf(json, Audience.WATCHED, place + ".room", request.room);
        request.requireOf(json, Audience.WATCHED, place + ".watchedSeconds", request.watchedSeconds);
        request.requireOf(json, Audience.NEWCOMERS, place + ".memberDays", request.memberDays);
        return request.view();
    }

    private void parseField(final JsonBody json, final String name) {
        switch (name) {
            case "kind" -> kind = json.constant(Audience.class);
            case "store" -> store = json.id();
            case "radiusMetres" -> radiusMetres = (int) json.integer(1, ProtocolLimits.MAX_RADIUS_METRES);
            case "room" -> room = json.id();
            case "watchedSeconds" -> watchedSeconds = (int) json.integer(1, ProtocolLimits.MAX_WATCHED_SECONDS);
            case "memberDays" -> memberDays = json.integer(1, MAX_DAYS);
            default -> throw json.unknown();
        }
    }

    private void requireOf(final JsonBody json, final Audience owner, final String place, final long value) {
        json.require(kind != owner || value != 0, place);
        if (kind != owner && value != 0) {
            throw JsonBody.invalid(place, "is for the audience " + owner + " only");
        }
    }

    private AudienceView view() {
        return new AudienceView(kind, store, radiusMetres, room, watchedSeconds, TimeUnit.DAYS.toMillis(memberDays));
    }
}
