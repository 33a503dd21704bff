package io.sluice.ops.journal;

import io.sluice.engine.SeedCorpus;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.ring.SampleCommands;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/**
 * Makes the seeds of {@link CommandFuzzTest}: each kind of command behind an order, which some of them are about, and a
 * brand with an order behind a touch, also with commission that is earned and taken back; a pack that brings points; and a
 * waiting line for an allotment.
 */
class CommandSeedMaker {
    private static final List<String> BRAND = List.of(
            "PUT_ROOM",
            "PUT_ITEM",
            "PUT_OFFER",
            "PUT_STORE",
            "PUT_GUIDE",
            "PUT_GROUP",
            "PUT_ATTRIBUTION_POLICY",
            "PUT_VIEWERS");

    private final SeedCorpus corpus = SeedCorpus.of(CommandFuzzTest.class, "anyCommands");
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void make() {
        final Map<String, CommandWriter> commands = SampleCommands.byName();
        final CommandWriter order = commands.get("PLACE_ORDER");
        commands.forEach((name, command) ->
                corpus.keep(name.toLowerCase(Locale.ROOT).replace('_', '-'), bytesOf(order, command)));
    }

    @Test
    void makeABrand() {
        corpus.keep(
                "a-brand-and-an-order-behind-a-touch",
                bytesOf(named(Stream.concat(BRAND.stream(), Stream.of("NOTE_TOUCH", "PLACE_ORDER")))));
    }

    @Test
    void makeACommission() {
        final Stream<String> money = Stream.of(
                "CHANGE_ROOM_STATE",
                "CHANGE_STOCK",
                "CLASSIFY_ITEM",
                "PUT_COMMISSION_PLAN",
                "PLACE_ORDER",
                "PAY_ORDER",
                "REFUND_ORDER",
                "OPEN_PAYOUT",
                "CHANGE_PAYOUT_STATE");
        corpus.keep("a-commission-that-is-earned-and-taken-back", bytesOf(named(Stream.concat(BRAND.stream(), money))));
    }

    @Test
    void makeCoupons() {
        final Stream<CommandWriter> commands =
                Stream.concat(SampleCommands.shopInOrder().stream(), SampleCommands.coupons().stream());
        corpus.keep("a-coupon-that-is-claimed-and-used", bytesOf(commands.toArray(CommandWriter[]::new)));
    }

    @Test
    void makePacksAndPoints() {
        final Stream<CommandWriter> commands =
                Stream.concat(SampleCommands.shopInOrder().stream(), SampleCommands.packsAndPoints().stream());
        corpus.keep("packs-and-points", bytesOf(commands.toArray(CommandWriter[]::new)));
    }

    @Test
    void makeAllotmentsAndLines() {
        final List<CommandWriter> commands = new ArrayList<>(SampleCommands.shopInOrder());
        commands.addAll(SampleCommands.allotmentsAndLines());
        commands.add(SampleCommands.findPlaces());
        corpus.keep("allotments-and-lines", bytesOf(commands.toArray(new CommandWriter[0])));
    }

    private static CommandWriter[] named(final Stream<String> names) {
        return names.map(SampleCommands.byName()::get).toArray(CommandWriter[]::new);
    }

    private byte[] bytesOf(final CommandWriter... commands) {
        int end = 0;
        for (final CommandWriter command : commands) {
            final int length = command.write(buffer, end + Short.BYTES);
            buffer.putShort(end, (short) length, ByteOrder.LITTLE_ENDIAN);
            end += Short.BYTES + length;
        }
        final byte[] bytes = new byte[end];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
