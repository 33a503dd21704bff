package io.sluice.engine.protocol;

import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * A journal record as it lies in a buffer: header, command message, decision message. Reused by its owner, one thread at
 * a time; what it points at is valid until the owner wraps the next record.
 */
public final class RecordFlyweight {
    /** Bytes of the header before the command. */
    public static final int HEADER_LENGTH = RecordHeaderDecoder.ENCODED_LENGTH;

    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final MessageHeaderDecoder messageHeader = new MessageHeaderDecoder();
    private DirectBuffer buffer;
    private int offset;

    /** Points at the record that begins at {@code recordOffset}; checks nothing, see {@link RecordChain}. */
    public RecordFlyweight wrap(final DirectBuffer recordBuffer, final int recordOffset) {
        if (buffer != recordBuffer) {
            buffer = recordBuffer;
        }
        offset = recordOffset;
        header.wrap(recordBuffer, recordOffset);
        return this;
    }

    /** The buffer the record lies in. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** Where in the buffer the record begins. */
    public int offset() {
        return offset;
    }

    /** Bytes of the whole record. */
    public int length() {
        return header.length();
    }

    /** The record's number, dense from 1. */
    public long sequence() {
        return header.sequence();
    }

    /** Core time of the decision, epoch ms. */
    public long timeMs() {
        return header.timeMs();
    }

    /** Where the command's message header begins. */
    public int commandOffset() {
        return offset + HEADER_LENGTH;
    }

    /** Bytes of the command with its message header. */
    public int commandLength() {
        return header.commandLength();
    }

    /** SBE template id of the command. */
    public int commandType() {
        return messageHeader.wrap(buffer, commandOffset()).templateId();
    }

    /** Where the decision's message header begins. */
    public int decisionOffset() {
        return commandOffset() + commandLength();
    }

    /** Bytes of the decision with its message header. */
    public int decisionLength() {
        return header.decisionLength();
    }

    /** SBE template id of the decision: Decision or OrderDecision. */
    public int decisionType() {
        return messageHeader.wrap(buffer, decisionOffset()).templateId();
    }

    /** Version of the schema that the decision was written in. */
    public int decisionVersion() {
        return messageHeader.wrap(buffer, decisionOffset()).version();
    }

    /** The decision's outcome; both kinds of decision begin with it. */
    public Outcome outcome() {
        return Outcome.ofCode(buffer.getByte(decisionOffset() + MessageHeaderDecoder.ENCODED_LENGTH) & 0xFF);
    }
}
