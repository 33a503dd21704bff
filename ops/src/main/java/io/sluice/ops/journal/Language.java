package io.sluice.ops.journal;

import io.sluice.engine.view.AttributionSentence;
import io.sluice.engine.view.EarningSentence;

/** What people are told in. */
enum Language {
    /** English. */
    EN,
    /** Chinese. */
    ZH;

    /** The one of two texts that is in this language. */
    String of(final String english, final String chinese) {
        return this == EN ? english : chinese;
    }

    String of(final EarningSentence sentence) {
        return of(sentence.en(), sentence.zh());
    }

    String of(final AttributionSentence sentence) {
        return of(sentence.en(), sentence.zh());
    }
}
