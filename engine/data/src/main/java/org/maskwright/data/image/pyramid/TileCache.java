package org.maskwright.data.image.pyramid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * A folder of tile files. A file's name is made from everything that decides what is in it, so that
 * a changed image or setting finds no old tiles. Deleting the folder loses nothing but time.
 */
final class TileCache {

  /** The oldest tile files go when there are more bytes than this, 20 GB. */
  private static final long MOST_BYTES = 20L << 30;

  /** Files that a program left behind when it ended in the middle of a conversion. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;

  TileCache(Path folder) {
    this.folder = folder;
  }

  TiledImage open(ImageRef ref, ImageSettings settings, Progress progress) throws IOException {
    ImageHeader header = ImageProbe.header(ref);
    Path file = folder.resolve(key(ref, settings) + ".tiles");
    if (Files.exists(file)) {
      try {
        TiledImage known = TiledImage.open(file, header.width(), header.height());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        return known;
      } catch (DataException e) {
        if (e.problem().code() != ImageProblem.CACHE_BROKEN) {
          throw e;
        }
        Files.delete(file);
      }
    }
    TileConversion.run(ref, settings, file, progress);
    trim(file, MOST_BYTES);
    return TiledImage.open(file, header.width(), header.height());
  }

  private static String key(ImageRef ref, ImageSettings settings) throws IOException {
    Path file = ref.file().toAbsolutePath().normalize();
    String identity =
        String.join(
            "\n",
            file.toString(),
            String.valueOf(ref.pageIndex()),
            String.valueOf(Files.size(file)),
            String.valueOf(Files.getLastModifiedTime(file).toInstant()),
            settings.toString());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Deletes what was used longest ago, and what nobody will finish. */
  void trim(Path keep, long mostBytes) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.sorted(Comparator.comparing(TileCache::lastUse).reversed()).toList();
    }
    Instant abandoned = Instant.now().minus(ABANDONED);
    long kept = Files.size(keep);
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".part") && lastUse(file).isBefore(abandoned)) {
        Files.deleteIfExists(file);
      } else if (name.endsWith(".tiles") && !file.equals(keep)) {
        kept += Files.size(file);
        if (kept > mostBytes) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Another program may delete a file at any moment; it is then as old as can be. */
  private static Instant lastUse(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
