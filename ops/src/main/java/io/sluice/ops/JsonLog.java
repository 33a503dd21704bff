package io.sluice.ops;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the process log JSON, an object a line, from here on. What would be printed beside the log, a refusal to start or the
 * end of a thread by a bug, becomes lines of it, too; what the JVM itself prints does not.
 */
final class JsonLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(JsonLog.class);

    private JsonLog() {}

    /** Begins, for the whole process; the writer is for what a command has to complain of. */
    static PrintWriter begin() {
        final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        final JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(JsonLog.class.getResource("/logback-json.xml"));
        } catch (final JoranException broken) {
            throw new IllegalStateException(broken.getMessage(), broken);
        }
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, bug) -> LOGGER.error("thread {} ends", thread.getName(), bug));
        return new PrintWriter(new Lines(), true);
    }

    /** Logs what is written to it, a line at a time. */
    private static final class Lines extends Writer {
        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(final char[] text, final int from, final int length) {
            for (int i = from; i < from + length; i++) {
                if (text[i] == '\n') {
                    LOGGER.error(line.toString().stripTrailing());
                    line.setLength(0);
                } else {
                    line.append(text[i]);
                }
            }
        }

        @Override
        public void flush() {
            // A line is logged when it has ended.
        }

        @Override
        public void close() {
            // Nobody closes a log.
        }
    }
}
