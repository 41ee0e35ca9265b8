package org.maskwright.data.project;

/**
 * A line of the index: an entry, and how its record's file looked when it was read.
 *
 * @param recordSize the size of the record's file; -1 if there is none
 */
record IndexRow(ImageEntry entry, long recordSize, long recordModified) {

  static final long NO_RECORD = -1;

  /** The record was changed by us and shall be looked at again. */
  static final long STALE = -2;

  ImageId image() {
    return entry.image();
  }
}
