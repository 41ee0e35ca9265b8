package org.maskwright.network.server.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.problem.DataException;

/** Sees to it that the engine never fills a disk. */
public record DiskFloor(Path folder, long bytes) {

  private static final long MEBIBYTE = 1L << 20;

  /** Refuses work that would leave less than the floor. */
  public void check(long needed) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free - needed < bytes) {
      throw DataException.of(
          ContentProblem.DISK_FULL,
          free / MEBIBYTE,
          (needed + MEBIBYTE - 1) / MEBIBYTE,
          bytes / MEBIBYTE);
    }
  }
}
