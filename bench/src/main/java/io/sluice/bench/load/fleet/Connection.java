package io.sluice.bench.load.fleet;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.CodecException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.util.function.Supplier;

/** What a connection is made of, on either side. */
final class Connection {
    /** Whoever says nothing for so long is gone; there is a {@link Message.Ping} every half second. */
    static final int SILENCE_SECONDS = 10;

    private Connection() {}

    static ChannelHandler by(final Supplier<ChannelHandler> last) {
        return new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(final Channel channel) {
                channel.pipeline().addLast(new ReadTimeoutHandler(SILENCE_SECONDS), new Wire(), last.get());
            }
        };
    }

    /** Why it ends, for a person. */
    static String word(final Throwable cause) {
        if (cause instanceof ReadTimeoutException) {
            return "nothing was heard of it for " + SILENCE_SECONDS + " s";
        }
        if ((cause instanceof CodecException || cause instanceof IOException) && cause.getCause() != null) {
            return word(cause.getCause());
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
