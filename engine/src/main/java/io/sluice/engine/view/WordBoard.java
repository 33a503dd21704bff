package io.sluice.engine.view;

import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that no comment may have in it, in the order in which they were put. It begins empty or is loaded from the state of
 * a snapshot, and from there on is moved by records only. The core bounds how many there are.
 *
 * <p>One thread moves it; any thread reads.
 */
public final class WordBoard {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BlockWordDecoder blockWord = new BlockWordDecoder();
    private volatile List<String> words = List.of();

    /** All of them, as of one record. */
    public List<String> words() {
        return words;
    }

    /** Adds a word that is blocked. */
    public void load(final String word) {
        final List<String> more = new ArrayList<>(words);
        more.add(word);
        words = List.copyOf(more);
    }

    /** Takes a word from the record of an accepted BlockWord. */
    void put(final RecordFlyweight record) {
        blockWord.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final boolean blocked = blockWord.blocked() != 0;
        final String word = blockWord.word();
        if (blocked) {
            load(word);
        } else {
            final String folded = FoldedText.of(word);
            words = words.stream()
                    .filter(each -> !FoldedText.of(each).equals(folded))
                    .toList();
        }
    }
}
