package io.sluice.engine.protocol;

/** What is wrong with a record that does not follow its predecessor. */
public enum RecordFault {
    /** Nothing. */
    NONE("sound"),
    /** The lengths in the header do not fit the bytes there are. */
    LENGTH("lengths do not fit the bytes"),
    /** A format that this version does not read. */
    FORMAT("unknown format version"),
    /** The CRC-32C of the bytes is another than the header says. */
    CRC("CRC-32C differs"),
    /** The number does not follow the previous record's. */
    SEQUENCE("sequence is not the next"),
    /** The record was chained to another predecessor. */
    PREVIOUS_HASH("hash of the previous record differs"),
    /** Core time goes back. */
    TIME("core time goes back");

    private final String sentence;

    RecordFault(final String sentence) {
        this.sentence = sentence;
    }

    /** The fault in words. */
    public String sentence() {
        return sentence;
    }
}
