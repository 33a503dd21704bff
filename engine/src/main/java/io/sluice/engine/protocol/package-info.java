/**
 * The words of the engine in bytes: commands, decisions, records and snapshots, as the schema defines them. The
 * codecs beside this package are generated from that schema and are never edited. Value types in here carry no
 * behaviour beyond their own validity, and any thread may share them.
 */
package io.sluice.engine.protocol;
