/**
 * What a rehearsal leaves behind: one directory with the result as data, as interval logs and as a page, and what is said of
 * it afterwards. The result's one source is {@code result.json}; the page carries it inside, and cards and comparisons read
 * nothing else. Its schema is {@code docs/rehearsal-result.schema.json}.
 */
package io.sluice.bench.load.report;
