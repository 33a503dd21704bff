package io.sluice.gateway.imports;

/**
 * Why a line was not applied.
 *
 * @param line    where it begins in the file, from 1, which is the header; 0 for the file as a whole.
 * @param field   the column at fault, null for none in particular.
 * @param code    an {@link ImportFault} or the engine's refusal.
 * @param detail  this case in an English sentence.
 */
public record ImportError(long line, String field, String code, String detail) {}
