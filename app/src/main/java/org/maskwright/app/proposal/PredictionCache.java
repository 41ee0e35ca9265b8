package org.maskwright.app.proposal;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.engine.EnginePrediction;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.protocol.wire.PredictPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers of the engine in files, each as it came over the wire. Those that were not looked at for
 * the longest time make room for others. Any thread may ask; deleting the folder loses nothing.
 */
public final class PredictionCache {

  private static final Logger LOG = LoggerFactory.getLogger(PredictionCache.class);
  private static final String EXTENSION = ".prediction";
  private static final long MAX_FILE = 256L << 20;

  private final Disk disk;
  private final Path folder;
  private final long maxBytes;
  private long bytes = -1;

  /** A cache that takes at most so many bytes of the disk. */
  public PredictionCache(Disk disk, Path folder, long maxBytes) {
    this.disk = disk;
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /**
   * The answer of this name. One that cannot be read is as if it were not there, and so is one that
   * an earlier version kept, when answers did not tell yet what images are compared by.
   */
  Optional<EnginePrediction> find(String key) {
    Path file = file(key);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE) {
        return Optional.empty();
      }
      EnginePrediction kept = EnginePrediction.of(read(file));
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      return Optional.of(kept).filter(answer -> answer.features().isPresent());
    } catch (InvalidProtocolBufferException | DataException e) {
      LOG.warn("A kept prediction is damaged and made anew: {}", e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("A kept prediction cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static List<PredictPart> read(Path file) throws IOException {
    List<PredictPart> parts = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (@Nullable PredictPart part = PredictPart.parseDelimitedFrom(in);
          part != null;
          part = PredictPart.parseDelimitedFrom(in)) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Keeps an answer. A disk that has no room costs only the time to ask again. */
  synchronized void keep(String key, List<PredictPart> parts) {
    try {
      disk.createFolders(folder);
      Path file = file(key);
      AtomicFile.write(
          disk,
          file,
          out -> {
            for (PredictPart part : parts) {
              part.writeDelimitedTo(out);
            }
          });
      bytes = bytes < 0 ? makeRoom() : bytes + Files.size(file);
      if (bytes > maxBytes) {
        bytes = makeRoom();
      }
    } catch (IOException e) {
      LOG.warn("A prediction cannot be kept: {}", e.getMessage());
    }
  }

  /** An answer's file, when it was looked at last. */
  private record Kept(Path file, long looked, long size) {}

  /** Down to nine tenths, so that not every answer pushes one out; the result is what is left. */
  private long makeRoom() throws IOException {
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(EXTENSION)).toList()) {
        long looked = Files.getLastModifiedTime(file).toMillis();
        all.add(new Kept(file, looked, Files.size(file)));
      }
    } catch (NoSuchFileException e) {
      // Somebody empties the cache at the same time.
      return 0;
    }
    all.sort(Comparator.comparingLong(Kept::looked).thenComparing(Kept::file));
    long left = all.stream().mapToLong(Kept::size).sum();
    long wanted = left > maxBytes ? maxBytes / 10 * 9 : maxBytes;
    for (Kept oldest : all) {
      if (left <= wanted) {
        break;
      }
      disk.deleteIfExists(oldest.file());
      left -= oldest.size();
    }
    return left;
  }

  private Path file(String key) {
    if (!Sha256.isName(key)) {
      throw new IllegalArgumentException("no name of a prediction: " + key);
    }
    return folder.resolve(key + EXTENSION);
  }
}
