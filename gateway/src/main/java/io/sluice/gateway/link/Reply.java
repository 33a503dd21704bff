package io.sluice.gateway.link;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The answer to one command or query: the bytes of its record, or of the query's answer. One of a client's preallocated
 * places; between the offer and the wake-up it belongs to the sealer thread, after that to the event loop.
 */
public final class Reply {
    private static final int GROWTH_BYTES = 512;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder messageHeader = new MessageHeaderDecoder();
    private final int slot;
    private ReplyHandler handler;
    private long generation;
    private long sentNs;
    private int commandOffset;
    private int decisionOffset;
    private int end;
    private long sequence;
    private long timeMs;

    Reply(final int slot) {
        this.slot = slot;
    }

    /** Holds the record's or the answer's bytes. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** Where the command's message header begins; -1 for the answer to a query. */
    public int commandOffset() {
        return commandOffset;
    }

    /** Where the message header of the decision, or of the query's answer, begins. */
    public int decisionOffset() {
        return decisionOffset;
    }

    /** First byte behind the decision or the answer. */
    public int end() {
        return end;
    }

    /** Number of the record; 0 for the answer to a query. */
    public long sequence() {
        return sequence;
    }

    /** Core time of the decision, epoch ms; 0 for the answer to a query. */
    public long timeMs() {
        return timeMs;
    }

    /** SBE template id of the decision or of the query's answer. */
    public int decisionType() {
        return messageHeader.wrap(buffer, decisionOffset).templateId();
    }

    /** The outcome with which both kinds of decision begin; an OrderPage has none. */
    public Outcome outcome() {
        return Outcome.ofCode(buffer.getByte(decisionOffset + MessageHeaderDecoder.ENCODED_LENGTH) & 0xFF);
    }

    int slot() {
        return slot;
    }

    long generation() {
        return generation;
    }

    /** Event loop: takes the place for a command about to be offered. */
    void expect(final ReplyHandler replyHandler, final long nowNs) {
        handler = replyHandler;
        sentNs = nowNs;
        generation++;
    }

    /** Event loop: hands the answer over and lets go of the handler. */
    void deliver() {
        final ReplyHandler replyHandler = handler;
        handler = null;
        if (replyHandler != null) {
            replyHandler.onReply(this);
        }
    }

    /** Event loop: gives the handler up when it has waited for {@code patienceNs}; the place stays taken. */
    void expire(final long nowNs, final long patienceNs) {
        if (handler != null && nowNs - sentNs >= patienceNs) {
            final ReplyHandler replyHandler = handler;
            handler = null;
            replyHandler.onLate();
        }
    }

    /** Event loop: the offer was refused. */
    void forget() {
        handler = null;
    }

    /** Sealer thread. */
    void copy(final RecordFlyweight record) {
        put(record.buffer(), record.offset(), record.length());
        commandOffset = RecordFlyweight.HEADER_LENGTH;
        decisionOffset = RecordFlyweight.HEADER_LENGTH + record.commandLength();
        sequence = record.sequence();
        timeMs = record.timeMs();
    }

    /** Sealer thread. */
    void copyAnswer(final DirectBuffer answer, final int offset, final int length) {
        put(answer, offset, length);
        commandOffset = -1;
        decisionOffset = 0;
        sequence = 0;
        timeMs = 0;
    }

    /** Grows to the longest answer this place ever held, so that the steady state allocates nothing. */
    private void put(final DirectBuffer source, final int offset, final int length) {
        if (buffer.capacity() < length) {
            buffer.wrap(new byte[(length + GROWTH_BYTES - 1) / GROWTH_BYTES * GROWTH_BYTES]);
        }
        buffer.putBytes(0, source, offset, length);
        end = length;
    }
}
