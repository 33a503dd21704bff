package io.sluice.ops;

import io.sluice.bench.load.fleet.Roster;
import io.sluice.engine.EngineProperty;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.SluiceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page of all properties; what stands between its two marks is made of the enums that are their authority. */
final class ConfigurationPage {
    private static final Path PAGE = Path.of("..", "docs", "CONFIGURATION.md");
    private static final String BEGIN = "<!-- made by ConfigurationPageMaker, from here -->";
    private static final String END = "<!-- to here -->";

    private final List<String> lines;

    private ConfigurationPage(final List<String> lines) {
        this.lines = lines;
    }

    static ConfigurationPage read() throws IOException {
        return new ConfigurationPage(Files.readAllLines(PAGE));
    }

    /** What stands between the marks. */
    List<String> tables() {
        return lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END));
    }

    /** Writes the page with these tables. */
    void write(final List<String> tables) throws IOException {
        final List<String> page = new ArrayList<>(lines.subList(0, lines.indexOf(BEGIN) + 1));
        page.addAll(tables);
        page.addAll(lines.subList(lines.indexOf(END), lines.size()));
        Files.write(PAGE, page);
    }

    /** What should stand there. */
    static List<String> wanted() {
        final List<String> tables = new ArrayList<>();
        head(tables, "The process");
        tables.add(row(
                SluiceConfig.DATA, "none", "", "The data directory: journal, snapshots, lock; has to be named", false));
        tables.add(row(
                SluiceConfig.LOG_FORMAT,
                SluiceConfig.LOG_TEXT,
                "",
                "What stands on standard error: text, lines for a person, or json, an object a line",
                false));
        head(tables, "The engine");
        for (final EngineProperty property : EngineProperty.values()) {
            tables.add(
                    row(property.propertyName(), property.defaultValue(), property.unit(), property.sentence(), false));
        }
        head(tables, "The gateway");
        for (final GatewayProperty property : GatewayProperty.values()) {
            tables.add(row(
                    property.propertyName(),
                    property.defaultValue(),
                    property.unit(),
                    property.sentence(),
                    property.isSecret()));
        }
        head(tables, "The environment");
        tables.add(row(
                Roster.SECRET_VARIABLE,
                "",
                "",
                "What coordinator and workers of a rehearsal share; read by rehearse alone, serve reads no variable",
                true));
        tables.add(row(
                TokenOption.VARIABLE,
                "",
                "",
                "An operator's token; read by import alone, serve reads no variable",
                true));
        tables.add("");
        return tables;
    }

    private static void head(final List<String> tables, final String title) {
        tables.addAll(List.of(
                "",
                "## " + title,
                "",
                "| name | default | unit | meaning | secret |",
                "| --- | --- | --- | --- | --- |"));
    }

    private static String row(
            final String name, final String value, final String unit, final String sentence, final boolean isSecret) {
        final String shown = value.isEmpty() ? "" : "`" + value + "`";
        return "| `" + name + "` | " + shown + " | " + unit + " | " + sentence + " | " + (isSecret ? "yes" : "") + " |";
    }
}
