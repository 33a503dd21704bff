package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers.Answer;
import io.sluice.engine.consumer.OrderTableConsumer;
import io.sluice.engine.consumer.PostgresServer;
import io.sluice.engine.journal.ChildJvm;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.protocol.CommandWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The consumer of docs/CONSUMER.md between a running engine and a PostgreSQL, where there is one to start. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class OrderTableConsumerTest {
    private static final int KILLS = 4;
    private static final int ORDERS_A_KILL = 60;

    private static PostgresServer postgres;

    @TempDir
    private Path data;

    private final Answers answers = new Answers();
    private final Map<Long, String> acknowledged = new TreeMap<>();
    private FlashEngine engine;
    private long replyTo;

    @BeforeAll
    static void startPostgres() throws IOException, InterruptedException {
        final Optional<Path> programs = PostgresServer.programs();
        assumeThat(programs)
                .as("SKIPPED: PostgreSQL is not installed, there is no /usr/lib/postgresql/*/bin/initdb")
                .isPresent();
        postgres = PostgresServer.start(programs.get());
    }

    @AfterAll
    static void stopPostgres() throws IOException, InterruptedException {
        if (postgres != null) {
            postgres.stop();
        }
    }

    @BeforeEach
    void openTheRoom() throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists sluice_order, sluice_position");
        }
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .listener(answers)
                .blockBytes(1 << 20)
                .lowSpaceBytes(1 << 20)
                .writeOff(0));
        ask(Commands.putRoom());
        ask(Commands.goLive());
        ask(Commands.putItem());
        ask(Commands.restock(1_000));
        ask(Commands.putOffer());
    }

    @AfterEach
    void closeTheEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void theTableHoldsWhatWasAcknowledgedHoweverOftenTheConsumerIsKilled() throws IOException, SQLException {
        for (int kill = 0; kill < KILLS; kill++) {
            final long before = position();
            try (ChildJvm consumer = ChildJvm.start(OrderTableConsumer.class, data.toString(), postgres.address())) {
                // Orders go on until it is seen to have stored some of them, so it dies at work.
                int sold = 0;
                while (sold < ORDERS_A_KILL || position() == before) {
                    sell(kill + "-" + sold++);
                }
                consumer.kill();
            }
        }
        sell("after the last kill");

        catchUp();

        assertThat(table()).isEqualTo(acknowledged);
        assertThat(position()).isEqualTo(engine.durableSequence());
    }

    @Test
    void aSecondConsumerIsRefusedAndChangesNothing() throws SQLException {
        sell("one");
        try (Connection connection = postgres.connect();
                OrderTableConsumer slow = new OrderTableConsumer(connection, new JournalDirectory(data))) {
            catchUp();
            final Map<Long, String> before = table();

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(slow::step)
                    .withMessageContaining("another consumer is at work");

            assertThat(table()).isEqualTo(before);
            assertThat(position()).isEqualTo(engine.durableSequence());
        }
    }

    private void catchUp() throws SQLException {
        try (Connection connection = postgres.connect();
                OrderTableConsumer consumer = new OrderTableConsumer(connection, new JournalDirectory(data))) {
            while (position() < engine.durableSequence()) {
                consumer.step();
            }
        }
    }

    /** An order that is paid, given back or left as it is, in turn. */
    private void sell(final String key) {
        final Answer placed = note(ask(Commands.placeOrder(42, key, 1)));
        switch ((int) (placed.order() % 3)) {
            case 0 -> note(ask(Commands.payOrder(placed.order(), 9_900, "pay " + key)));
            case 1 -> note(ask(Commands.cancelOrder(42, placed.order())));
            default ->
                assertThat(ask(Commands.placeOrder(42, key, 1)).sequence()).isGreaterThan(placed.sequence());
        }
    }

    /** The outcomes here are named as the states that they lead to. */
    private Answer note(final Answer answer) {
        if (answer.order() != 0) {
            acknowledged.put(answer.order(), answer.outcome().name());
        }
        return answer;
    }

    private Answer ask(final CommandWriter command) {
        final long address = ++replyTo;
        while (engine.offer(command, address) == EngineLink.FULL) {
            Thread.onSpinWait();
        }
        engine.wake();
        await().pollInterval(Duration.ofMillis(1)).until(() -> answers.to(address) != null);
        return answers.to(address);
    }

    private static Map<Long, String> table() throws SQLException {
        final Map<Long, String> orders = new TreeMap<>();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select order_number, state from sluice_order")) {
            while (row.next()) {
                orders.put(row.getLong(1), row.getString(2));
            }
        }
        return orders;
    }

    /** 0 while no consumer has made its tables. */
    private static long position() throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('sluice_position')")) {
                table.next();
                if (table.getString(1) == null) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery("select coalesce(max(sequence), 0) from sluice_position")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
