package io.sluice.engine.ring;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.CallNextEncoder;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A place of the ring. Its buffer becomes the record: the producer writes the command behind the space for the record's
 * header, the core thread writes header and decision around it, the sealer thread reads the whole. The ring's barriers
 * hand it from one to the next.
 */
final class Slot {
    /** Where in the buffer a command begins. */
    static final int COMMAND_OFFSET = RecordFlyweight.HEADER_LENGTH;

    /** Template ids of queries begin here; the schema keeps commands below. */
    private static final int FIRST_QUERY = FindOrderEncoder.TEMPLATE_ID;
    /** Below the queries there was no number left. */
    private static final int FIRST_LATER_COMMAND = PutPointRuleEncoder.TEMPLATE_ID;

    private static final int TEMPLATE_ID_OFFSET = MessageHeaderEncoder.templateIdEncodingOffset();

    private final UnsafeBuffer buffer;
    private long replyTo;
    private int commandLength;
    private int recordLength;
    private int answerLength;

    Slot(final UnsafeBuffer buffer) {
        this.buffer = buffer;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Filled by the producer; a command of length 0 is one that could not be written. */
    void claim(final int newCommandLength, final long newReplyTo) {
        commandLength = newCommandLength;
        replyTo = newReplyTo;
        recordLength = 0;
        answerLength = 0;
    }

    /** Whether what was written is a command, which becomes a record, and no query, which does not. */
    boolean holdsCommand() {
        return templateId() < FIRST_QUERY || templateId() >= FIRST_LATER_COMMAND;
    }

    /** Whether what was written is a command whose decision is about an order, and longer than others. */
    boolean holdsOrderCommand() {
        final CommandShape shape = CommandShape.ofTemplate(templateId());
        return shape != null && shape.isAboutOrder();
    }

    /** Whether what was written calls who is next in a waiting line. */
    boolean holdsCall() {
        return templateId() == CallNextEncoder.TEMPLATE_ID;
    }

    private int templateId() {
        return buffer.getShort(COMMAND_OFFSET + TEMPLATE_ID_OFFSET, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    int commandLength() {
        return commandLength;
    }

    long replyTo() {
        return replyTo;
    }

    /** Where the decision or answer goes. */
    int decisionOffset() {
        return COMMAND_OFFSET + commandLength;
    }

    void becomeRecord(final int newRecordLength) {
        recordLength = newRecordLength;
    }

    void becomeAnswer(final int newAnswerLength) {
        answerLength = newAnswerLength;
    }

    /** Bytes of the record, 0 when the slot holds none. */
    int recordLength() {
        return recordLength;
    }

    /** Bytes of the answer to a query, 0 when the slot holds none. */
    int answerLength() {
        return answerLength;
    }
}
