package io.sluice.gateway.http;

import io.sluice.gateway.link.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * {@code POST /operator/orders/{order}/refund}: gives back an order that cost nothing, of which no provider knows. It is asked
 * for before, to see that it cost nothing. One event loop's.
 */
final class RefundFreeOrderAction implements Action {
    private static final int DIGEST_BYTES = 16;
    private static final long NO_REQUEST = 0;

    private final OrderAnswers answers;
    private final RefundAction refunds;

    RefundFreeOrderAction(final OrderAnswers answers, final RefundAction refunds) {
        this.answers = answers;
        this.refunds = refunds;
    }

    @Override
    public void run(final Exchange exchange) {
        final long order = exchange.pathOrder();
        final String reference = reference(IdempotencyKey.of(exchange));
        final RefundRequest request = new RefundRequest();
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!request.parseField(json, name)) {
                throw json.unknown();
            }
        }
        json.end();
        request.requireWhole(json);
        exchange.send(
                GetOrderAction.find(0, order),
                (sameExchange, found) -> onOrder(sameExchange, found, request, reference));
    }

    private void onOrder(
            final Exchange exchange, final Reply found, final RefundRequest request, final String reference) {
        answers.read(found);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, found);
        } else if (answers.decision().totalFen() != 0) {
            exchange.refuse(new Problem(
                            ProblemCode.REFUND_BY_PROVIDER,
                            "It costs " + answers.decision().totalFen() + " fen, which the provider gives back.")
                    .totalFen(answers.decision().totalFen()));
        } else {
            final long actor = exchange.identity().subject();
            exchange.send(request.of(actor, answers.decision().order(), reference, NO_REQUEST), refunds);
        }
    }

    /** A key may be as long as a reference, so that it has no room behind the prefix: its digest stands for it. */
    private static String reference(final String key) {
        try {
            final byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
            return ConfirmOrderAction.REFERENCE_PREFIX
                    + "refund:"
                    + HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
