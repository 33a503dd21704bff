package io.sluice.gateway.http;

import io.sluice.engine.journal.Durability;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.ClientAddresses;
import io.sluice.gateway.admission.TokenCache;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.metrics.Durations;
import io.sluice.gateway.trace.OrderTraces;

/**
 * What the endpoints of one event loop share: its way to the engine and the writers it uses over and over.
 *
 * @param client        the loop's way to the engine.
 * @param admission     shared by all loops.
 * @param clients       shared by all loops.
 * @param tokens        the loop's own.
 * @param json          the loop's own.
 * @param durability    what an answer's record survives.
 * @param orderTimes    shared by all loops.
 * @param traces        shared by all loops.
 * @param maxBodyBytes  the largest body taken.
 */
record HttpLoop(
        EngineClient client,
        Admission admission,
        ClientAddresses clients,
        TokenCache tokens,
        JsonWriter json,
        Durability durability,
        Durations orderTimes,
        OrderTraces traces,
        int maxBodyBytes) {}
