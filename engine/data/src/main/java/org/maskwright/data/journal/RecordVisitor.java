package org.maskwright.data.journal;

import java.io.IOException;

/** Is shown the records of a journal, oldest first. */
public interface RecordVisitor {

  void record(JournalRecord record) throws IOException;

  /** Records are missing between the one before and the one to come. */
  default void gap() {}
}
