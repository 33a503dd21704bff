package io.sluice.ops.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Finds the words: by mood and language, sometimes only what somebody else just said. */
final class CrowdTalk {
    private static final long ECHO_MS = 10_000;
    private static final int ENGLISH_PERCENT = 12;
    private static final int REMEMBERED = 64;

    /** A book of a few hundred phrases repeats itself by chance as well: this part of the repeats is meant. */
    private static final double MEANT_REPEATS = 0.7;

    /** Weights of {@link Mood}'s values, in their order, while the room is calm and while it is in a wave. */
    private static final int[] CALM = {4, 14, 20, 9, 17, 6, 8, 8, 14};

    private static final int[] WAVE = {2, 6, 4, 2, 62, 14, 4, 2, 4};

    private final CrowdMaterial material;
    private final SplittableRandom random;
    private final Deque<Said> recent = new ArrayDeque<>();
    private final int heatSum;

    CrowdTalk(final CrowdMaterial material, final SplittableRandom random) {
        this.material = material;
        this.random = random;
        heatSum = material.brand().offers().stream().mapToInt(DemoOffer::heat).sum();
    }

    /** What a viewer says who has no reason of their own. */
    String anything(final long viewer, final long atMs, final boolean wave) {
        while (!recent.isEmpty() && recent.peekFirst().atMs() < atMs - ECHO_MS) {
            recent.removeFirst();
        }
        if (!recent.isEmpty()
                && random.nextInt(1000) < MEANT_REPEATS * material.waves().repeatPerMille()) {
            return remember(atMs, echo());
        }
        return about(viewer, atMs, mood(wave ? WAVE : CALM), hotOffer());
    }

    /** What a viewer says in a mood about an offer. */
    String about(final long viewer, final long atMs, final Mood mood, final DemoOffer offer) {
        final boolean english = Scatter.below(100, viewer, 7) < ENGLISH_PERCENT;
        final PhraseBook book = english ? material.english() : material.chinese();
        final List<String> phrases = book.phrases(mood);
        final String phrase = phrases.get(random.nextInt(phrases.size()));
        return remember(atMs, PhraseBook.fill(phrase, english ? offer.callEn() : offer.callZh()));
    }

    private String echo() {
        int back = random.nextInt(recent.size());
        for (final Said said : recent) {
            if (back-- == 0) {
                return said.text();
            }
        }
        return recent.peekLast().text();
    }

    private String remember(final long atMs, final String text) {
        if (recent.size() == REMEMBERED) {
            recent.removeFirst();
        }
        recent.addLast(new Said(atMs, text));
        return text;
    }

    private Mood mood(final int[] weights) {
        int left = random.nextInt(100);
        for (final Mood mood : Mood.values()) {
            left -= weights[mood.ordinal()];
            if (left < 0) {
                return mood;
            }
        }
        return Mood.SMALL;
    }

    private DemoOffer hotOffer() {
        int left = random.nextInt(heatSum);
        for (final DemoOffer offer : material.brand().offers()) {
            left -= offer.heat();
            if (left < 0) {
                return offer;
            }
        }
        return material.brand().offers().get(0);
    }

    private record Said(long atMs, String text) {}
}
