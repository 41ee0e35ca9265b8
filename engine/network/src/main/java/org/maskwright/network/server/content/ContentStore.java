package org.maskwright.network.server.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.protocol.Contract;

/**
 * Files named by the hash of what is in them. They arrive piece by piece, over as many connections
 * and lives of either program as it takes; one counts once it is whole and is what it is called.
 */
public final class ContentStore {

  private static final String PART = ".part";
  private static final long MEBIBYTE = 1L << 20;

  private final Path folder;
  private final long quota;
  private final DiskFloor floor;
  private final Supplier<Set<String>> inUse;
  private long used;

  /**
   * The store in a folder, which is created.
   *
   * @param quota how many bytes it keeps at most
   * @param inUse contents that must not be removed to make room
   */
  public ContentStore(Path folder, long quota, DiskFloor floor, Supplier<Set<String>> inUse)
      throws IOException {
    Files.createDirectories(folder);
    this.folder = folder;
    this.quota = quota;
    this.floor = floor;
    this.inUse = inUse;
    this.used = size(files());
  }

  /** How much of a content there is, from its beginning on. */
  public synchronized long have(String hash) throws IOException {
    checkName(hash);
    Path whole = folder.resolve(hash);
    return Files.exists(whole) ? Files.size(whole) : partSize(hash);
  }

  public synchronized boolean has(String hash) {
    return Sha256.isName(hash) && Files.exists(folder.resolve(hash));
  }

  /** The file of a content that is whole; it counts as used now. */
  public synchronized Path file(String hash) throws IOException {
    return find(hash).orElseThrow(() -> DataException.of(ContentProblem.UNKNOWN, hash));
  }

  /** The same, if there is one. */
  public synchronized Optional<Path> find(String hash) throws IOException {
    if (!has(hash)) {
      return Optional.empty();
    }
    Path file = folder.resolve(hash);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    return Optional.of(file);
  }

  /**
   * Takes a piece, if it is the next one; a piece that is here already or comes too early changes
   * nothing.
   *
   * @return how much there is now
   */
  public synchronized long put(String hash, long total, long offset, ByteBuffer data)
      throws IOException {
    checkName(hash);
    int length = data.remaining();
    if (total < 1
        || offset < 0
        || length < 1
        || length > Contract.CHUNK_BYTES
        || offset > total - length) {
      throw DataException.of(ContentProblem.SIZE_BAD, total, length, offset);
    }
    long have = have(hash);
    if (has(hash) || offset != have) {
      return have;
    }
    makeRoom(total - have);
    floor.check(total - have);
    try (FileChannel part =
        FileChannel.open(part(hash), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      part.position(offset);
      while (data.hasRemaining()) {
        part.write(data);
      }
      if (offset + length == total) {
        part.force(true);
      }
    }
    used += length;
    if (offset + length == total) {
      finish(hash);
    }
    return offset + length;
  }

  private void finish(String hash) throws IOException {
    Path part = part(hash);
    if (!Sha256.of(part).equals(hash)) {
      used -= Files.size(part);
      Files.delete(part);
      throw DataException.of(ContentProblem.CHANGED, hash);
    }
    RealDisk.INSTANCE.replace(part, folder.resolve(hash));
    RealDisk.INSTANCE.syncFolder(folder);
  }

  private long partSize(String hash) throws IOException {
    Path part = part(hash);
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private Path part(String hash) {
    return folder.resolve(hash + PART);
  }

  /** Removes what was not used for longest and is not needed, until so much more fits. */
  private void makeRoom(long needed) throws IOException {
    if (used + needed <= quota) {
      return;
    }
    List<Path> files = new ArrayList<>(files());
    // Somebody else may have removed some of them.
    used = size(files);
    Set<String> kept = inUse.get();
    files.removeIf(file -> kept.contains(file.getFileName().toString().replace(PART, "")));
    files.sort(Comparator.comparing(ContentStore::lastUse));
    for (Path file : files) {
      if (used + needed > quota) {
        used -= Files.size(file);
        Files.delete(file);
      }
    }
    if (used + needed > quota) {
      throw DataException.of(ContentProblem.QUOTA_SPENT, quota / MEBIBYTE);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }

  private static long size(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  private static FileTime lastUse(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // It is not there any more: nothing to remove, so it may well come first.
      return FileTime.fromMillis(0);
    }
  }

  private static void checkName(String hash) throws DataException {
    if (!Sha256.isName(hash)) {
      String shown = hash.length() > 64 ? hash.substring(0, 64) : hash;
      throw DataException.of(ContentProblem.NAME_BAD, shown);
    }
  }
}
