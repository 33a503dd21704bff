package io.sluice.gateway.http;

/**
 * What one HTTP server goes by.
 *
 * @param host               address to listen at.
 * @param port               port, 0 for any that is free.
 * @param maxBodyBytes       the largest body.
 * @param maxHeaderBytes     all headers together.
 * @param maxLineBytes       the request's first line.
 * @param requestTimeoutMs   time from a request's first byte to its last.
 * @param idleTimeoutSeconds silence after which a connection is closed.
 * @param answerTimeoutMs    time the engine has for an answer.
 * @param maxInFlight        commands and queries of one event loop without an answer.
 * @param tokensKept         verified tokens one event loop keeps.
 */
public record HttpLimits(
        String host,
        int port,
        int maxBodyBytes,
        int maxHeaderBytes,
        int maxLineBytes,
        int requestTimeoutMs,
        int idleTimeoutSeconds,
        int answerTimeoutMs,
        int maxInFlight,
        int tokensKept) {}
