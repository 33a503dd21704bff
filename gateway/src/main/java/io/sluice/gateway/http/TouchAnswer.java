package io.sluice.gateway.http;

import io.sluice.engine.protocol.TouchEffect;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.gateway.link.Reply;
import java.util.Locale;

/** Answers a touch with what it changed. One event loop's. */
class TouchAnswer extends DoneAnswer {
    @Override
    final void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        writeEffects(json, accepted.detail());
    }

    /** Writes, for each effect there is, whether an accepted touch had it. */
    static void writeEffects(final JsonWriter json, final long detail) {
        for (final TouchEffect effect : TouchEffect.values()) {
            json.name(effect.name().toLowerCase(Locale.ROOT)).value(effect.isIn(detail));
        }
    }
}
