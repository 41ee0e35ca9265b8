package org.maskwright.data.edit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.JournalPlace;

/** Keeps the journals of a project from filling the drive: old history goes, the masks never. */
public final class HistoryLimit {

  /** What a project's history may take. */
  public static final long PROJECT_BYTES = 2L << 30;

  private HistoryLimit() {}

  /**
   * Trims journals until all together are small enough, or nothing is left that only undo needs.
   *
   * @param longestUnused the journals of masks that are not open, the longest unused first
   * @param others the size of all other journals
   * @return the number of bytes that are gone
   */
  public static long enforce(List<JournalPlace> longestUnused, long others, long limit)
      throws IOException {
    long total = others;
    for (JournalPlace place : longestUnused) {
      total += Journal.size(place);
    }
    long gone = 0;
    for (JournalPlace place : longestUnused) {
      if (total - gone <= limit) {
        break;
      }
      gone += trim(place);
    }
    return gone;
  }

  private static long trim(JournalPlace place) throws IOException {
    HistoryIndex index = new HistoryIndex();
    Optional<Journal> found = Journal.openAny(place, index);
    if (found.isEmpty()) {
      return 0;
    }
    try (Journal journal = found.get()) {
      long before = journal.base();
      journal.trim(Math.min(index.needed(), journal.end()));
      return journal.base() - before;
    }
  }
}
