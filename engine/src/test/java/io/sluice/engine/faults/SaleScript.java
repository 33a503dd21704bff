package io.sluice.engine.faults;

import io.sluice.engine.Commands;
import io.sluice.engine.protocol.CommandWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A short sale from a seed, of more orders than units: orders, payments, cancellations and repetitions. */
final class SaleScript {
    static final long UNITS = 150;

    private static final long PRICE_FEN = 9_900;

    private SaleScript() {}

    /** {@code commands} in all, the first five of which open the sale. */
    static List<CommandWriter> of(final long seed, final int commands) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<CommandWriter> script = opening();
        while (script.size() < commands) {
            script.add(next(random, script.size() + 1));
        }
        return script;
    }

    /** Room, item, stock and offer. */
    static List<CommandWriter> opening() {
        return new ArrayList<>(List.of(
                Commands.putRoom(),
                Commands.goLive(),
                Commands.putItem(),
                Commands.restock(UNITS),
                Commands.putOffer()));
    }

    private static CommandWriter next(final SplittableRandom random, final int sequence) {
        final int earlier = 1 + random.nextInt(sequence);
        return switch (random.nextInt(10)) {
            case 0, 1 -> Commands.payOrder(earlier, PRICE_FEN, "p" + earlier);
            case 2 -> Commands.cancelOrder(viewerOf(earlier), earlier);
            case 3 -> Commands.placeOrder(viewerOf(earlier), "k" + earlier, 1);
            default -> Commands.placeOrder(viewerOf(sequence), "k" + sequence, 1);
        };
    }

    static long viewerOf(final long sequence) {
        return 1 + sequence % 4;
    }
}
