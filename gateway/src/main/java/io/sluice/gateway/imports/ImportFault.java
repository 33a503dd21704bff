package io.sluice.gateway.imports;

/** What can be wrong with a file or one of its lines before the engine is asked; besides these there are its refusals. */
public enum ImportFault {
    /** There is not even a header. */
    FILE_EMPTY,
    /** There is a header and no line. */
    LINES_MISSING,
    /** More lines than a file may have. */
    TOO_MANY_LINES,
    /** The bytes are not UTF-8. */
    NOT_UTF8,
    /** Quotes stand as RFC 4180 has them not, or a field is longer than any may be. */
    QUOTES_BROKEN,
    /** The header lacks a column. */
    COLUMN_MISSING,
    /** The header has a column that is none of this kind's. */
    COLUMN_UNKNOWN,
    /** The header has a column twice. */
    COLUMN_TWICE,
    /** The line has more or fewer fields than the header. */
    FIELD_COUNT,
    /** A field that is needed is empty. */
    FIELD_MISSING,
    /** The field is no integer. */
    NOT_A_NUMBER,
    /** The field is no time as RFC 3339 has it. */
    NOT_A_TIME,
    /** The number or time is smaller or greater than it may be. */
    OUT_OF_RANGE,
    /** The text is too long or has control characters. */
    TEXT_INVALID,
    /** One of latitude and longitude is empty and the other is not. */
    POSITION_HALF,
    /** The guide's stores are too many, or one is named twice. */
    STORES_INVALID,
    /** A line before has the same id. */
    ID_TWICE,
    /** The answer to the line's command did not come in time: whether it is applied is not known. */
    ANSWER_LATE,
    /** The ring had no room for too long: the line was not sent. */
    RING_FULL,
    /** The journal's disk is almost full: the line was not sent. */
    STORAGE_LOW,
    /** The server is stopping: the line was not sent. */
    STOPPING
}
