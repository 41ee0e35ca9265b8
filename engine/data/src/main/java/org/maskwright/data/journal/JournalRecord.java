package org.maskwright.data.journal;

/**
 * One record of a journal.
 *
 * @param offset where it stands; a record keeps its offset when history before it is trimmed
 * @param end the offset of what follows it
 * @param content a reader at the start of its content
 */
public record JournalRecord(RecordType type, long offset, long end, RecordReader content) {}
