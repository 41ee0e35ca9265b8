package org.maskwright.data.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.maskwright.data.io.Disk;
import org.maskwright.data.problem.DataException;

/**
 * Where a journal lives, and who serves it.
 *
 * @param root a folder that must be there before any is made in it: below the mount point of a
 *     share that is gone, strokes would be lost to sight
 * @param file the journal, beside the mask
 * @param spillFolder a folder on this machine for strokes that the journal's place does not take
 */
public record JournalPlace(
    Disk disk,
    Path root,
    Path file,
    Path spillFolder,
    SyncSchedule schedule,
    JournalListener listener) {

  /** The spare file: named by the journal's path, since the journal itself may be out of reach. */
  Path spill() {
    byte[] path = file.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
    return spillFolder.resolve(UUID.nameUUIDFromBytes(path) + ".spill");
  }

  /** A new journal file; its folders are made if the root is there. */
  JournalFile create(JournalHeader header) throws IOException {
    if (!disk.exists(root)) {
      throw DataException.of(JournalProblem.AWAY, root);
    }
    disk.createFolders(folder());
    return JournalFile.create(disk, file, header);
  }

  /** True if somebody removed the journal, as opposed to the whole place being out of reach. */
  boolean isDeleted() {
    return disk.exists(folder()) && !disk.exists(file);
  }

  /** Keeps a file that cannot be used, under another name, for whoever wants to look into it. */
  void setAside(Path unusable) throws IOException {
    disk.replace(unusable, unusable.resolveSibling(unusable.getFileName() + ".aside"));
  }

  private Path folder() {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
  }
}
