package io.sluice.gateway.http;

/**
 * What part of the journal is asked for.
 *
 * @param from    the first record; 0 while only {@code atMs} says it and it has not been looked up.
 * @param atMs    core time from which on records are asked for, epoch ms.
 * @param last    the last record of a feed that does not follow.
 * @param follow  whether it goes on with what comes.
 */
record JournalPosition(long from, long atMs, long last, boolean follow) {}
