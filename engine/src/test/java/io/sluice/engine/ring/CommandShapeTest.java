package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Commands whose inner lengths lie: COMMAND_INVALID, in the ring as in replay, whatever lies behind them. */
class CommandShapeTest {
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int COMMAND = RecordFlyweight.HEADER_LENGTH;
    private static final int SLOT_BYTES = 4_096;
    private static final int FIRST_QUERY = 40;
    private static final int FIRST_LATER_COMMAND = 128;
    private static final Pattern MESSAGE = Pattern.compile("<sbe:message name=\"\\w+\" id=\"(\\d+)\"");

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final CommandDecider decider = new CommandDecider(core);
    private final FlashCore replayedCore = new FlashCore(CoreReserves.NONE);
    private final RecordReplayer replayer = new RecordReplayer(replayedCore);
    private final RecordChain chain = new RecordChain();
    private final RecordFlyweight record = new RecordFlyweight();
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[SLOT_BYTES]);
    private final Random random = new Random(1);

    @Test
    void everyCommandOfTheSchemaHasAShape() throws IOException {
        try (InputStream schema = CommandShape.class.getResourceAsStream("/sluice-schema.xml")) {
            assertThat(MESSAGE.matcher(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                            .results()
                            .map(message -> Integer.parseInt(message.group(1)))
                            .filter(templateId -> templateId < FIRST_QUERY || templateId >= FIRST_LATER_COMMAND)
                            .map(CommandShape::ofTemplate))
                    .containsExactlyInAnyOrder(CommandShape.values());
        }
        assertThat(CommandShape.ofTemplate(FIRST_QUERY)).isNull();
        assertThat(CommandShape.ofTemplate(0xFFFF)).isNull();
    }

    @Test
    void everyCommandThatIsWellFormedIsTakenToTheCore() {
        openTheShop();

        SampleCommands.all()
                .forEach((shape, command) ->
                        assertThat(decided(bytesOf(command))).as("%s", shape).isNotEqualTo(Outcome.COMMAND_INVALID));
    }

    @Test
    void everyCommandThatEndsBeforeItsPartsDoIsInvalid() {
        SampleCommands.all().forEach((shape, command) -> {
            final byte[] whole = bytesOf(command);
            for (int length = HEADER; length < whole.length; length++) {
                final byte[] truncated = Arrays.copyOf(whole, length);
                assertThat(shape.fits(new UnsafeBuffer(truncated), 0, length)).isFalse();
                assertThat(decided(truncated)).as("%s of %s", length, shape).isEqualTo(Outcome.COMMAND_INVALID);
            }
        });
        assertSameState();
    }

    @Test
    void everyCommandThatGoesOnBehindItsPartsIsInvalid() {
        SampleCommands.all().forEach((shape, command) -> {
            final byte[] whole = bytesOf(command);
            for (int more = 1; more < 70; more++) {
                assertThat(decided(Arrays.copyOf(whole, whole.length + more)))
                        .as("%s more of %s", more, shape)
                        .isEqualTo(Outcome.COMMAND_INVALID);
            }
        });
        assertSameState();
    }

    @Test
    void aTitleThatSaysItIsLongerThanTheCommandIsInvalid() {
        final byte[] room = bytesOf(SampleCommands.all().get(CommandShape.PUT_ROOM));
        final int titleLength = HEADER + 24;
        assertThat(room[titleLength]).isEqualTo((byte) "A room".length());
        room[titleLength + 1] = 60;

        assertThat(decided(room)).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void limitsOfBeforeThereWereViewersLeaveTheLimitOfViewersAndWhatCameLater() {
        final byte[] present = bytesOf(SampleCommands.changeLimits(
                LimitsBuilder.limits().viewers(77).writeOff(5).build()));
        final byte[] older = bytesOf(
                SampleCommands.changeLimits(LimitsBuilder.limits().mutes(99).build()));
        final UnsafeBuffer header = new UnsafeBuffer(older);
        header.putShort(MessageHeaderDecoder.blockLengthEncodingOffset(), (short)
                ChangeLimitsDecoder.maxViewersEncodingOffset());
        header.putShort(MessageHeaderDecoder.versionEncodingOffset(), (short) 1);

        assertThat(decided(present)).isEqualTo(Outcome.ACCEPTED);
        assertThat(decided(Arrays.copyOf(older, older.length - Integer.BYTES - Long.BYTES)))
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(core.limits().maxMutes()).isEqualTo(99);
        assertThat(core.limits().maxViewers()).isEqualTo(77);
        assertThat(core.limits().maxWriteOff()).isEqualTo(5);
        assertSameState();
    }

    /** Whatever version it names: a block that ends before the field has none. */
    @Test
    void limitsAreNotReadBehindTheirBlock() {
        final byte[] whole =
                bytesOf(SampleCommands.changeLimits(LimitsBuilder.limits().build()));
        new UnsafeBuffer(whole).putShort(MessageHeaderDecoder.blockLengthEncodingOffset(), (short)
                ChangeLimitsDecoder.maxViewersEncodingOffset());
        final int before = core.limits().maxViewers();

        assertThat(decided(Arrays.copyOf(whole, whole.length - Integer.BYTES - Long.BYTES)))
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(core.limits().maxViewers()).isEqualTo(before);
    }

    @Test
    void theSmallestSlotTakesTheLongestListOfViewers() {
        final int longest = HEADER
                + PutViewersDecoder.BLOCK_LENGTH
                + PutViewersDecoder.ViewersDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_VIEWERS_A_COMMAND * PutViewersDecoder.ViewersDecoder.sbeBlockLength();

        assertThat(COMMAND + longest + DecisionWriter.PLAIN_LENGTH).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
    }

    /** Every length is among the bytes. The core lives through it all, and replay agrees with it. */
    @Test
    void noByteThatIsChangedIsDecidedInTwoWays() {
        openTheShop();
        SampleCommands.all().forEach((shape, command) -> {
            final byte[] whole = bytesOf(command);
            for (int index = 0; index < whole.length; index++) {
                for (int change = 1; change < 256; change++) {
                    final byte[] changed = whole.clone();
                    changed[index] ^= (byte) change;
                    decideTwice(changed);
                }
            }
        });
        assertSameState();
        assertThat(chain.sequence()).isGreaterThan(100_000);
    }

    private void openTheShop() {
        for (final Map.Entry<CommandShape, CommandWriter> command :
                SampleCommands.shop().entrySet()) {
            assertThat(decided(bytesOf(command.getValue()))).isEqualTo(Outcome.ACCEPTED);
        }
    }

    private Outcome decided(final byte[] command) {
        assertThat(decideTwice(command)).isTrue();
        return record.outcome();
    }

    /** Decides as the ring does, before bytes that mean nothing, and again as replay does; false when it is no command. */
    private boolean decideTwice(final byte[] command) {
        random.nextBytes(slot.byteArray());
        slot.putBytes(COMMAND, command);
        final int decisionLength = decider.decide(slot, COMMAND, command.length, chain.sequence() + 1, chain.timeMs());
        if (decisionLength == 0) {
            return false;
        }
        chain.seal(slot, 0, command.length, decisionLength, chain.timeMs());
        replayer.apply(record.wrap(slot, 0));
        return true;
    }

    private void assertSameState() {
        assertThat(replayedCore.stateHash()).isEqualTo(core.stateHash());
    }

    private static byte[] bytesOf(final CommandWriter command) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[SLOT_BYTES]);
        final byte[] bytes = new byte[command.write(buffer, 0)];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
