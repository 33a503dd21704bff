package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.codec.BookShowDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/** Takes the command about booked shows to the core. One thread. */
final class BookingDecider {
    private final FlashCore core;
    private final BookShowDecoder book = new BookShowDecoder();

    BookingDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is another. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        if (header.templateId() != BookShowDecoder.TEMPLATE_ID) {
            return false;
        }
        book.wrapAndApplyHeader(buffer, offset, header);
        core.bookings().book(book.viewer(), book.room(), book.booked(), decision);
        return true;
    }
}
