package io.sluice.gateway.http;

import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.ClientAddresses;
import io.sluice.gateway.admission.OriginPolicy;
import io.sluice.gateway.admission.TicketOffice;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.admission.TokenVerifier;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.imports.Imports;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all event loops share.
 *
 * @param engine         the engine.
 * @param link           hands out the engine's answers.
 * @param admission      who may come in.
 * @param tickets        issues tickets for live connections.
 * @param origins        which pages may connect.
 * @param tokens         checks bearer tokens.
 * @param demoTokens     issues tokens to whoever asks; null outside of the demo.
 * @param webhooks       a checker of the payment provider's signature, a new one each time.
 * @param shares         a reader and writer of share codes, a new one each time.
 * @param rooms          the rooms' pictures.
 * @param feeds          the readers of the journal.
 * @param imports        loads the brand's lists.
 * @param ledger         keeps the ledger of commission.
 * @param metrics        where requests are counted.
 * @param traces         which orders are traced.
 * @param wallClockMs    the clock that tokens, tickets and signatures go by.
 */
public record HttpServices(
        EnginePort engine,
        LinkListener link,
        Admission admission,
        ClientAddresses clients,
        TicketOffice tickets,
        OriginPolicy origins,
        TokenVerifier tokens,
        TokenIssuer demoTokens,
        Supplier<WebhookSignature> webhooks,
        Supplier<ShareCodec> shares,
        RoomSnapshots rooms,
        JournalFeeds feeds,
        Imports imports,
        LedgerDesk ledger,
        GatewayMetrics metrics,
        OrderTraces traces,
        LongSupplier wallClockMs) {}
