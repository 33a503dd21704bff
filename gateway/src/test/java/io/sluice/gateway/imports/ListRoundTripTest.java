package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import io.sluice.engine.view.StoreView;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.agrona.concurrent.UnsafeBuffer;

/** What a list says arrives in the commands, however the file is written. */
class ListRoundTripTest {
    @Property(tries = 200)
    void storesArriveAsTheyWereWritten(
            @ForAll("stores") final List<StoreView> stores,
            @ForAll("orders") final List<Integer> order,
            @ForAll final LineDelimiter end,
            @ForAll final boolean quotesAll,
            @ForAll final boolean mark)
            throws Exception {
        final Path file = Files.createTempFile("list", ".csv");
        try {
            Files.writeString(
                    file, (mark ? "\uFEFF" : "") + csv(stores, order, end, quotesAll), StandardCharsets.UTF_8);

            assertThat(read(file)).isEqualTo(stores);
        } finally {
            Files.delete(file);
        }
    }

    private static String csv(
            final List<StoreView> stores, final List<Integer> order, final LineDelimiter end, final boolean quotesAll)
            throws IOException {
        final StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(end)
                .quoteStrategy(quotesAll ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .build(text)) {
            writer.writeRecord(
                    order.stream().map(ImportKind.STORES.columns()::get).toList());
            for (final StoreView store : stores) {
                final List<String> fields = List.of(
                        Long.toString(store.id()),
                        store.name(),
                        store.hasPosition() ? Integer.toString(store.latitudeE6()) : "",
                        store.hasPosition() ? Integer.toString(store.longitudeE6()) : "");
                writer.writeRecord(order.stream().map(fields::get).toList());
            }
        }
        return text.toString();
    }

    private static List<StoreView> read(final Path file) throws Exception {
        final ImportErrors errors = new ImportErrors();
        final StoreLines lines = new StoreLines(1);
        final List<StoreView> stores = new ArrayList<>();
        new CsvFile(file, ImportKind.STORES, errors).read(fields -> {
            lines.read(fields);
            stores.add(decode(lines.take(fields.number())));
            return true;
        });
        assertThat(errors.foremost()).isEmpty();
        return stores;
    }

    private static StoreView decode(final ImportCommand command) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1_024]);
        command.write(buffer, 0);
        final PutStoreDecoder store = new PutStoreDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
        final int latitudeE6 = store.latitudeE6();
        return new StoreView(store.store(), store.name(), latitudeE6, store.longitudeE6());
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(0, 1, 2, 3);
    }

    @Provide
    Arbitrary<List<StoreView>> stores() {
        final Arbitrary<Long> ids = Arbitraries.longs().between(1, ProtocolLimits.MAX_ID);
        final Arbitrary<String> names = Arbitraries.strings()
                .withChars(" ,\"';|#=-店铺é😀ab1".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length <= ProtocolLimits.MAX_NAME_BYTES
                        && StandardCharsets.UTF_8.newEncoder().canEncode(name));
        final Arbitrary<StoreView> without = Combinators.combine(ids, names)
                .as((id, name) -> new StoreView(id, name, ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION));
        final Arbitrary<StoreView> with = Combinators.combine(
                        ids,
                        names,
                        Arbitraries.integers().between(-ProtocolLimits.MAX_LATITUDE_E6, ProtocolLimits.MAX_LATITUDE_E6),
                        Arbitraries.integers()
                                .between(-ProtocolLimits.MAX_LONGITUDE_E6, ProtocolLimits.MAX_LONGITUDE_E6))
                .as(StoreView::new);
        return Arbitraries.oneOf(without, with).list().ofMinSize(1).ofMaxSize(20);
    }
}
