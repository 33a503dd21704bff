package io.sluice.engine.core;

import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Words that no comment may have in it, in any room. Two words are the same when they are {@linkplain FoldedText folded} the
 * same. A comment is looked through once, and each of its places is held against the words that begin with the letter there.
 */
public final class BlockWords {
    private final List<Word> words = new ArrayList<>();
    private final Int2ObjectHashMap<List<Word>> byFirst = new Int2ObjectHashMap<>();

    BlockWords() {}

    /** Blocks a word from now on, or lets it pass again; the core keeps its UTF-8. */
    public void put(final byte[] utf8, final boolean blocked, final Decision decision) {
        final int[] folded = FoldedText.of(utf8);
        final Word known = folded.length == 0 ? null : find(folded);
        if (folded.length == 0 || utf8.length > ProtocolLimits.MAX_WORD_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (!blocked && known == null) {
            decision.refuse(Outcome.WORD_UNKNOWN);
        } else if (!blocked) {
            remove(known);
            decision.accept(Outcome.ACCEPTED);
        } else if (known != null) {
            decision.accept(Outcome.REPEATED);
        } else if (words.size() >= ProtocolLimits.MAX_WORDS) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            add(new Word(utf8, folded));
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Shows each word's UTF-8, in the order in which they were put. */
    public void forEach(final Consumer<byte[]> visitor) {
        words.forEach(word -> visitor.accept(word.utf8));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether any of the words is in a text. */
    boolean areIn(final FoldedText text) {
        if (words.isEmpty()) {
            return false;
        }
        text.fold();
        for (int from = 0; from < text.size(); from++) {
            final List<Word> candidates = byFirst.get(text.point(from));
            for (int i = 0; candidates != null && i < candidates.size(); i++) {
                if (text.has(candidates.get(i).folded, from)) {
                    return true;
                }
            }
        }
        return false;
    }

    void save(final StateOutput output) {
        output.putInt(words.size());
        words.forEach(word -> Text.save(word.utf8, output));
    }

    void load(final StateInput input) {
        for (int i = Brand.count(input, ProtocolLimits.MAX_WORDS); i > 0; i--) {
            final byte[] utf8 = Text.load(input);
            final int[] folded = FoldedText.of(utf8);
            if (folded.length == 0) {
                throw new IllegalStateException("a word of which nothing is left");
            }
            add(new Word(utf8, folded));
        }
    }

    private Word find(final int[] folded) {
        final List<Word> candidates = byFirst.get(folded[0]);
        return candidates == null
                ? null
                : candidates.stream()
                        .filter(word -> Arrays.equals(word.folded, folded))
                        .findFirst()
                        .orElse(null);
    }

    private void add(final Word word) {
        words.add(word);
        byFirst.computeIfAbsent(word.folded[0], first -> new ArrayList<>(1)).add(word);
    }

    private void remove(final Word word) {
        words.remove(word);
        final List<Word> candidates = byFirst.get(word.folded[0]);
        candidates.remove(word);
        if (candidates.isEmpty()) {
            byFirst.remove(word.folded[0]);
        }
    }

    /** A word as it was put, and as it is looked for. */
    private static final class Word {
        private final byte[] utf8;
        private final int[] folded;

        Word(final byte[] utf8, final int[] folded) {
            this.utf8 = utf8;
            this.folded = folded;
        }
    }
}
