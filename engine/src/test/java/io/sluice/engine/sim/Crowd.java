package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.naive.Broadcast;
import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.SimulatedRing;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.agrona.DirectBuffer;

/**
 * Everybody who offers commands. Remembers every acknowledged answer, and asks again with the same key what got none: for
 * want of a slot, or because the engine died. One thread.
 */
final class Crowd {
    private final Random random;
    private final Broadcast broadcast;
    private final Auditor auditor;
    private final Map<Long, Command> inFlight = new LinkedHashMap<>();
    private final Deque<Command> unanswered = new ArrayDeque<>();
    private final Map<Long, ByteBuffer> acknowledged = new LinkedHashMap<>();
    private long lastReplyTo;

    Crowd(final Random random, final Broadcast broadcast, final Auditor auditor) {
        this.random = random;
        this.broadcast = broadcast;
        this.auditor = auditor;
        unanswered.addAll(broadcast.opening());
    }

    /** Offers one command; what finds no slot is offered again later. */
    void offerTo(final SimulatedRing ring) {
        final boolean again = !unanswered.isEmpty() && (acknowledged.isEmpty() || random.nextInt(4) > 0);
        final Command command = again ? unanswered.removeFirst() : broadcast.next();
        final CommandBytes bytes = CommandBytes.of(command);
        auditor.noteAsked(bytes, command);
        final long replyTo = ++lastReplyTo;
        if (ring.offer(bytes, replyTo)) {
            inFlight.put(replyTo, command);
        } else {
            unanswered.addFirst(command);
        }
    }

    /** Hears the answer to a command. */
    void onRecord(final RecordFlyweight record, final long replyTo) {
        final Command command = inFlight.remove(replyTo);
        final byte[] bytes = new byte[record.length()];
        record.buffer().getBytes(record.offset(), bytes);
        assertThat(command).as("who waits for record %d", record.sequence()).isNotNull();
        assertThat(ByteBuffer.wrap(bytes, record.commandOffset() - record.offset(), record.commandLength()))
                .as("record %d answers %s", record.sequence(), command)
                .isEqualTo(CommandBytes.of(command).bytes());
        acknowledged.put(record.sequence(), ByteBuffer.wrap(bytes));
    }

    /** Hears the answer to a query. */
    void onAnswer(final DirectBuffer buffer, final int offset, final long replyTo) {
        auditor.audit(inFlight.remove(replyTo), buffer, offset);
    }

    /** The engine died: whoever waits hears nothing any more. */
    void onCrash() {
        unanswered.addAll(inFlight.values());
        inFlight.clear();
    }

    /** Whether everybody who was let in has an answer. */
    boolean isAnswered() {
        return inFlight.isEmpty();
    }

    /** Checks that every answer ever given is in the journal, as it was given. */
    void checkAcknowledged() {
        acknowledged.forEach((sequence, bytes) -> assertThat(auditor.record(sequence))
                .as("the acknowledged record %d", sequence)
                .isEqualTo(bytes));
    }

    /** Answers given. */
    int answers() {
        return acknowledged.size();
    }
}
