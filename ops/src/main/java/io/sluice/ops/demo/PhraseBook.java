package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Comments by mood, some with a slot for what is being talked about. Immutable. */
final class PhraseBook {
    /** The slot a phrase may have, once or not at all. */
    static final String ITEM_SLOT = "{item}";

    private final Map<Mood, List<String>> phrases;

    private PhraseBook(final Map<Mood, List<String>> phrases) {
        this.phrases = phrases;
    }

    /** Loads {@code phrases.<language>.txt}. */
    static PhraseBook load(final String language) throws IOException {
        try (BufferedReader in = DemoResource.open("phrases." + language + ".txt")) {
            return read(in);
        }
    }

    /** Reads one phrase a line below a line {@code [mood]}; lines that start with {@code #} are remarks. */
    static PhraseBook read(final BufferedReader in) throws IOException {
        final Map<Mood, List<String>> phrases = new EnumMap<>(Mood.class);
        List<String> section = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("[")) {
                final Mood mood =
                        Mood.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                section = phrases.computeIfAbsent(mood, m -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (section == null) {
                    throw new IOException("a phrase before the first mood: " + line);
                }
                section.add(line);
            }
        }
        for (final Mood mood : Mood.values()) {
            phrases.merge(mood, List.of(), (have, none) -> List.copyOf(have));
        }
        return new PhraseBook(phrases);
    }

    /** The phrases of a mood, slots unfilled; may be empty. */
    List<String> phrases(final Mood mood) {
        return phrases.get(mood);
    }

    /** The phrase with its slot filled. */
    static String fill(final String phrase, final String item) {
        return phrase.replace(ITEM_SLOT, item);
    }
}
