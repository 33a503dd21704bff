package io.sluice.engine.consumer;

import io.sluice.engine.journal.Horizon;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFollower;
import io.sluice.engine.journal.RecordHandler;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * Keeps a PostgreSQL table of orders exactly in step with a journal: the rows of a batch and the position behind it are one
 * transaction. Killed at any moment, it goes on behind the last that was committed. {@code docs/CONSUMER.md} goes through it
 * step by step. One thread.
 */
public final class OrderTableConsumer implements AutoCloseable {
    private static final int BATCH = 500;

    private static final String TABLES = """
            create table if not exists sluice_order (
                order_number bigint primary key,
                viewer       bigint not null,
                room         bigint not null,
                state        text   not null,
                total_fen    bigint not null,
                refunded_fen bigint not null,
                sequence     bigint not null
            );
            create table if not exists sluice_position (
                consumer text   primary key,
                sequence bigint not null
            );
            insert into sluice_position values ('orders', 0) on conflict do nothing;
            """;

    private static final String PUT_ORDER = """
            insert into sluice_order values (?, ?, ?, ?, ?, ?, ?)
            on conflict (order_number) do update
                set state = excluded.state, refunded_fen = excluded.refunded_fen, sequence = excluded.sequence
            """;

    private static final String MOVE_POSITION =
            "update sluice_position set sequence = ? where consumer = 'orders' and sequence = ?";

    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RecordHandler handler = this::onRecord;
    private final Connection connection;
    private final PreparedStatement putOrder;
    private final PreparedStatement movePosition;
    private final JournalFollower follower;
    private SQLException failure;

    /** Goes on where the database says that it stopped. */
    public OrderTableConsumer(final Connection connection, final JournalDirectory directory) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        follower = JournalFollower.behind(directory, storedPosition(), Horizon.FORCED);
        putOrder = connection.prepareStatement(PUT_ORDER);
        movePosition = connection.prepareStatement(MOVE_POSITION);
    }

    private long storedPosition() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            try (ResultSet row =
                    statement.executeQuery("select sequence from sluice_position where consumer = 'orders'")) {
                row.next();
                final long sequence = row.getLong(1);
                connection.commit();
                return sequence;
            }
        }
    }

    /**
     * Takes in what there is, up to a batch, in one transaction.
     *
     * @return records taken in; 0 when there is nothing new.
     * @throws SQLException when the database fails or another consumer has moved the position. Nothing of the batch is
     *     stored then, and this consumer is to be thrown away: the next one begins where the database says.
     */
    public int step() throws SQLException {
        final long before = follower.position();
        final int taken = follower.poll(handler, BATCH);
        if (failure != null) {
            throw failure;
        }
        if (taken > 0) {
            putOrder.executeBatch();
            movePosition.setLong(1, follower.position());
            movePosition.setLong(2, before);
            if (movePosition.executeUpdate() != 1) {
                connection.rollback();
                throw new SQLException("the position is not " + before + ": another consumer is at work");
            }
            connection.commit();
        }
        return taken;
    }

    private void onRecord(final RecordFlyweight record) {
        if (failure == null
                && record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID
                && record.outcome().kind() == Outcome.Kind.ACCEPTED) {
            decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            try {
                if (decision.order() != 0) {
                    putOrder(record.sequence());
                }
            } catch (final SQLException e) {
                failure = e;
            }
        }
    }

    private void putOrder(final long sequence) throws SQLException {
        putOrder.setLong(1, decision.order());
        putOrder.setLong(2, decision.viewer());
        putOrder.setLong(3, decision.room());
        putOrder.setString(4, OrderState.ofCode(decision.state()).name());
        putOrder.setLong(5, decision.totalFen());
        putOrder.setLong(6, decision.refundedFen());
        putOrder.setLong(7, sequence);
        putOrder.addBatch();
    }

    /** Closes the journal; the connection is its owner's. */
    @Override
    public void close() {
        follower.close();
    }

    /** Follows a journal until the process ends: data directory, JDBC address. */
    public static void main(final String[] args) throws SQLException {
        final IdleStrategy idle = new BackoffIdleStrategy();
        try (Connection connection = DriverManager.getConnection(args[1]);
                OrderTableConsumer consumer =
                        new OrderTableConsumer(connection, new JournalDirectory(Path.of(args[0])))) {
            while (!Thread.currentThread().isInterrupted()) {
                idle.idle(consumer.step());
            }
        }
    }
}
