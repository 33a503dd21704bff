/**
 * Loads a brand's stores, guides, groups and viewers from CSV. A file is read twice on a thread of its own: once to check it
 * as a whole, viewers also against what the engine answers of them, once to send its lines to the engine. It knows of no HTTP; what is wrong is told by line and field.
 */
package io.sluice.gateway.imports;
