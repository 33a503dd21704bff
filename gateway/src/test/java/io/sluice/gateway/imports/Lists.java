package io.sluice.gateway.imports;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GroupView;
import io.sluice.engine.view.GuideView;
import io.sluice.engine.view.StoreView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files, checked against a brand with the stores 12 and 13, the guides 340 (of both stores, who is viewer 7), 341 (of 13
 * alone) and 342 (of 12, who has left), and the group 5501.
 */
final class Lists {
    private Lists() {}

    static BrandBoard brand() {
        final BrandBoard brand = new BrandBoard();
        brand.load(new StoreView(12, "南京东路店", 31_235_929, 121_480_541));
        brand.load(new StoreView(13, "网店", ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION));
        brand.load(new GuideView(340, "李", 7, true, List.of(12L, 13L)));
        brand.load(new GuideView(341, "王", 0, true, List.of(13L)));
        brand.load(new GuideView(342, "赵", 0, false, List.of(12L)));
        brand.load(new GroupView(5_501, "会员群", 12, 340, 0));
        return brand;
    }

    /** What is wrong with a file, for a core that knows no viewer. */
    static ImportErrors check(final ImportKind kind, final Path file) {
        return check(kind, ImportMode.ALL, file, new CoreOfTheTest());
    }

    /** What is wrong with a file. */
    static ImportErrors check(final ImportKind kind, final ImportMode mode, final Path file, final CoreOfTheTest core) {
        final ImportErrors errors = new ImportErrors();
        try {
            new ImportCheck(kind, mode, LineReader.of(kind, 1, brand()), errors, core, () -> false).check(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return errors;
    }

    /** What is wrong with a file of this text, each as its line, field and code. */
    static List<String> faults(final Path folder, final ImportKind kind, final String text) {
        return faults(folder, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As the other, of any bytes. */
    static List<String> faults(final Path folder, final ImportKind kind, final byte[] bytes) {
        return faults(check(kind, write(folder, bytes)));
    }

    /** Errors, each as its line, field and code. */
    static List<String> faults(final ImportErrors errors) {
        return errors.foremost().stream()
                .map(error -> error.line() + " " + error.field() + " " + error.code())
                .toList();
    }

    static Path write(final Path folder, final byte[] bytes) {
        try {
            return Files.write(folder.resolve("list.csv"), bytes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
