package org.maskwright.data.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonProblem;
import org.maskwright.data.problem.DataException;

/**
 * The files of an image's mask on disk: labels, provenance and record, which change together. New
 * labels and provenance are written whole beside the old ones; replacing the record is the moment
 * at which they count; only then do they take the old ones' names. Whoever dies in between leaves
 * either the old mask or the new one, never half of each.
 */
final class MaskFiles {

  private static final long MAX_MASK_BYTES = 1L << 30;

  private final Disk disk;
  private final Path masks;
  private final Path kept;

  /**
   * Files below these folders.
   *
   * @param kept holds a second copy of what we wrote, for the day another program overwrites it
   */
  MaskFiles(Disk disk, Path masks, Path kept) {
    this.disk = disk;
    this.masks = masks;
    this.kept = kept;
  }

  Path labels(ImageId image) {
    return file(image, MaskPaths.LABELS);
  }

  Path provenance(ImageId image) {
    return file(image, MaskPaths.PROVENANCE);
  }

  Path record(ImageId image) {
    return file(image, MaskPaths.RECORD);
  }

  private Path file(ImageId image, String ending) {
    return MaskPaths.with(MaskPaths.stem(masks, image), ending);
  }

  private Path kept(ImageId image, String ending) {
    return MaskPaths.with(MaskPaths.stem(kept, image), ending);
  }

  Optional<ImageRecord> readRecord(ImageId image) throws IOException {
    Path file = record(image);
    if (!disk.exists(file)) {
      return Optional.empty();
    }
    ImageRecord read = readRecord(file);
    if (!read.image().equals(image)) {
      throw DataException.of(ProjectProblem.WRONG_IMAGE, file, read.image(), image);
    }
    return Optional.of(read);
  }

  ImageRecord readRecord(Path file) throws IOException {
    return ImageRecordJson.read(checked(file, ImageRecordJson.MAX_BYTES), file.toString());
  }

  void writeRecord(ImageRecord image) throws IOException {
    Path file = record(image.image());
    disk.createFolders(file.resolveSibling(""));
    AtomicFile.write(disk, file, ImageRecordJson.write(image));
  }

  /** Makes this the mask of the image that the record is about. */
  void commit(ImageRecord next, EncodedMask mask) throws IOException {
    ImageId image = next.image();
    List<Path> files = List.of(labels(image), provenance(image));
    Path folder = labels(image).resolveSibling("");
    disk.createFolders(folder);
    // The last save's files have to bear their names for good before others take those they had.
    disk.syncFolder(folder);
    stage(MaskPaths.with(files.get(0), MaskPaths.NEXT), mask.labels(), true);
    stage(MaskPaths.with(files.get(1), MaskPaths.NEXT), mask.provenance(), true);
    // No record may outlive the names of the files that it vouches for.
    disk.syncFolder(folder);
    writeRecord(next);
    for (Path file : files) {
      disk.replace(MaskPaths.with(file, MaskPaths.NEXT), file);
    }
    disk.createFolders(kept(image, "").resolveSibling(""));
    stage(kept(image, MaskPaths.LABELS), mask.labels(), false);
    stage(kept(image, MaskPaths.PROVENANCE), mask.provenance(), false);
  }

  private void stage(Path file, byte[] content, boolean durable) throws IOException {
    try (Disk.Output output = disk.create(file)) {
      output.write(ByteBuffer.wrap(content));
      if (durable) {
        output.sync();
      }
    }
  }

  /** Gives files their names that a crash left one step short of them; removes unfinished ones. */
  void settle(ImageRecord image) throws IOException {
    if (disk.exists(MaskPaths.with(labels(image.image()), MaskPaths.NEXT))
        || disk.exists(MaskPaths.with(provenance(image.image()), MaskPaths.NEXT))) {
      // Whoever died here may not have lived to make the record last, and without it the files
      // under their old names are the ones that count.
      disk.syncFolder(labels(image.image()).resolveSibling(""));
    }
    settle(labels(image.image()), image.stamp().map(MaskStamp::labels));
    settle(provenance(image.image()), image.stamp().map(MaskStamp::provenance));
  }

  private void settle(Path file, Optional<String> hash) throws IOException {
    Path next = MaskPaths.with(file, MaskPaths.NEXT);
    // A copy that was never synced may read the same as the file that counts: that one stays.
    boolean needed = hash.isPresent() && matching(file, hash.get()).isEmpty();
    if (needed && matching(next, hash.get()).isPresent()) {
      disk.replace(next, file);
    } else {
      disk.deleteIfExists(next);
    }
  }

  /**
   * Labels of somebody else, if {@link #settle} would replace such: written after we died between
   * the record and the last names. The kept copy tells them from our own old ones.
   */
  Optional<byte[]> strangerInTheWay(ImageRecord image) throws IOException {
    Optional<String> hash = image.stamp().map(MaskStamp::labels);
    Path file = labels(image.image());
    if (hash.isEmpty() || matching(MaskPaths.with(file, MaskPaths.NEXT), hash.get()).isEmpty()) {
      return Optional.empty();
    }
    Path old = kept(image.image(), MaskPaths.LABELS);
    byte[] ours = disk.exists(old) ? checked(old, MAX_MASK_BYTES) : new byte[0];
    return labelsAsTheyAre(image.image())
        .filter(there -> !MaskPaths.sha256(there).equals(hash.get()))
        .filter(there -> !Arrays.equals(there, ours));
  }

  /** The labels' file as we wrote it; empty if somebody else changed or removed it. */
  Optional<byte[]> ourLabels(ImageId image, MaskStamp stamp) throws IOException {
    return ours(labels(image), stamp.labels());
  }

  /** The provenance file as we wrote it. */
  Optional<byte[]> ourProvenance(ImageId image, MaskStamp stamp) throws IOException {
    return ours(provenance(image), stamp.provenance());
  }

  private Optional<byte[]> ours(Path file, String hash) throws IOException {
    Optional<byte[]> there = matching(file, hash);
    return there.isPresent() ? there : matching(MaskPaths.with(file, MaskPaths.NEXT), hash);
  }

  /** The second copy of the labels that we wrote, if it is still what we wrote. */
  Optional<byte[]> keptLabels(ImageId image, MaskStamp stamp) throws IOException {
    return matching(kept(image, MaskPaths.LABELS), stamp.labels());
  }

  Optional<byte[]> keptProvenance(ImageId image, MaskStamp stamp) throws IOException {
    return matching(kept(image, MaskPaths.PROVENANCE), stamp.provenance());
  }

  private Optional<byte[]> matching(Path file, String hash) throws IOException {
    if (!disk.exists(file)) {
      return Optional.empty();
    }
    byte[] content = checked(file, MAX_MASK_BYTES);
    return MaskPaths.sha256(content).equals(hash) ? Optional.of(content) : Optional.empty();
  }

  /** Whatever lies where the labels belong. */
  Optional<byte[]> labelsAsTheyAre(ImageId image) throws IOException {
    Path file = labels(image);
    return disk.exists(file) ? Optional.of(checked(file, MAX_MASK_BYTES)) : Optional.empty();
  }

  /** Removes the mask of an image that has none any more. */
  void removeMask(ImageId image) throws IOException {
    disk.deleteIfExists(labels(image));
    disk.deleteIfExists(provenance(image));
  }

  private byte[] checked(Path file, long maxBytes) throws IOException {
    long size = disk.size(file);
    if (size > maxBytes) {
      throw DataException.of(JsonProblem.TOO_LARGE, file, size, maxBytes);
    }
    return disk.read(file);
  }
}
