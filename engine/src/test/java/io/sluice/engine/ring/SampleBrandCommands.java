package io.sluice.engine.ring;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.HostRoomEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteTouchEncoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;
import io.sluice.engine.protocol.codec.PutViewersEncoder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** As {@link SampleCommands}, of the brand's people and of who brought whom: those whom the sample orders carry. */
final class SampleBrandCommands {
    static final long STORE = 3;
    static final long GUIDE = 4;
    static final long GROUP = 5;
    static final long INVITER = 41;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SampleBrandCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.putAll(brand());
        commands.put(CommandShape.NOTE_TOUCH, noteTouch(SampleCommands.VIEWER, TouchKind.SHARE));
        return commands;
    }

    /** Those that make a brand with a policy, by their shapes; to be decided in the order of the shapes. */
    static Map<CommandShape, CommandWriter> brand() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.PUT_STORE, (buffer, offset) -> {
            final PutStoreEncoder encoder = new PutStoreEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .store(STORE)
                            .latitudeE6(31_230_400)
                            .longitudeE6(121_473_700)
                            .name("A store")
                            .encodedLength();
        });
        commands.put(CommandShape.PUT_GUIDE, (buffer, offset) -> {
            final PutGuideEncoder encoder = new PutGuideEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).guide(GUIDE).viewer(40).active((short) 1);
            encoder.storesCount(1).next().store(STORE);
            return HEADER + encoder.name("A guide").encodedLength();
        });
        commands.put(CommandShape.PUT_GROUP, (buffer, offset) -> {
            final PutGroupEncoder encoder = new PutGroupEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .group(GROUP)
                            .store(STORE)
                            .guide(GUIDE)
                            .owner(INVITER)
                            .name("A group")
                            .encodedLength();
        });
        commands.put(CommandShape.PUT_VIEWERS, putViewers());
        commands.put(CommandShape.PUT_ATTRIBUTION_POLICY, putPolicy());
        commands.put(CommandShape.HOST_ROOM, (buffer, offset) -> {
            final HostRoomEncoder encoder = new HostRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .room(SampleCommands.ROOM)
                            .store(STORE)
                            .guide(GUIDE)
                            .encodedLength();
        });
        return commands;
    }

    static CommandWriter noteTouch(final long viewer, final TouchKind kind) {
        return (buffer, offset) -> {
            final NoteTouchEncoder encoder = new NoteTouchEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.viewer(viewer)
                            .kind(kind.code())
                            .channel(6)
                            .room(SampleCommands.ROOM)
                            .offer(SampleCommands.OFFER)
                            .store(STORE)
                            .guide(GUIDE)
                            .group(GROUP)
                            .inviter(INVITER)
                            .share("S1")
                            .encodedLength();
        };
    }

    private static CommandWriter putViewers() {
        return (buffer, offset) -> {
            final PutViewersEncoder encoder = new PutViewersEncoder().wrapAndApplyHeader(buffer, offset, header());
            final PutViewersEncoder.ViewersEncoder viewers = encoder.actor(1).viewersCount(2);
            viewers.next()
                    .viewer(INVITER)
                    .memberSinceMs(1)
                    .guide(GUIDE)
                    .group(GROUP)
                    .inviter(0);
            viewers.next().viewer(101).memberSinceMs(0).guide(0).group(0).inviter(INVITER);
            return HEADER + encoder.encodedLength();
        };
    }

    private static CommandWriter putPolicy() {
        return (buffer, offset) -> {
            final PutAttributionPolicyEncoder encoder =
                    new PutAttributionPolicyEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1)
                    .binding(BindingMode.FIRST_TOUCH.code())
                    .bindingMs(TimeUnit.DAYS.toMillis(90))
                    .touchWindowMs(TimeUnit.DAYS.toMillis(7));
            final PutAttributionPolicyEncoder.RulesEncoder rules = encoder.rulesCount(2);
            rules.next().rule(AttributionRule.GUIDE_BINDING.code());
            rules.next().rule(AttributionRule.CARRIED.code());
            return HEADER + encoder.encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
