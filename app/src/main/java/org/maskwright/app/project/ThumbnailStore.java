package org.maskwright.app.project;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes thumbnails, and keeps them in a folder under names made from everything that decides what
 * is in them. Deleting the folder loses nothing but time.
 */
public final class ThumbnailStore {

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailStore.class);

  /** A thumbnail without compression and its headers; a larger file is none of ours. */
  private static final long MAX_BYTES = 4L * Thumbnails.WIDTH * Thumbnails.HEIGHT + 4096;

  /** There are 256 folders, so that about a hundred thousand thumbnails are kept. */
  private static final int MOST_IN_FOLDER = 400;

  private final Disk disk;
  private final Path folder;

  public ThumbnailStore(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
  }

  /** The thumbnail of an image, from the folder if it is there and sound. */
  public Pixels get(ImageRef ref, ImageSettings settings, Progress progress) throws IOException {
    Path file = file(ref, settings);
    Optional<Pixels> known = read(file);
    if (known.isPresent()) {
      return known.get();
    }
    ImageHeader header = ImageProbe.header(ref);
    Shrinking shrinking = new Shrinking(header.width(), header.height());
    ImageLoader.stream(ref, settings, shrinking, progress);
    Pixels made = shrinking.result();
    keep(file, made);
    return made;
  }

  Path file(ImageRef ref, ImageSettings settings) throws IOException {
    Path image = ref.file().toAbsolutePath().normalize();
    String identity =
        String.join(
            "\n",
            image.toString(),
            String.valueOf(ref.pageIndex()),
            String.valueOf(Files.size(image)),
            String.valueOf(Files.getLastModifiedTime(image).toInstant()),
            settings.toString(),
            Thumbnails.WIDTH + " x " + Thumbnails.HEIGHT);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(hash, 0, 16);
      return folder.resolve(name.substring(0, 2)).resolve(name + ".png");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Optional<Pixels> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) <= MAX_BYTES && fits(ImageProbe.header(ImageRef.of(file)))) {
        return Optional.of(ImageLoader.load(file));
      }
      LOG.debug("{} is no thumbnail and is made again", file);
    } catch (IOException e) {
      LOG.debug("A thumbnail could not be read and is made again: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private static boolean fits(ImageHeader header) {
    return header.width() == Thumbnails.WIDTH && header.height() == Thumbnails.HEIGHT;
  }

  /** A thumbnail that cannot be kept is still a thumbnail. */
  private void keep(Path file, Pixels thumbnail) {
    try {
      Path own = folder.resolve(file.getFileName().toString().substring(0, 2));
      disk.createFolders(own);
      AtomicFile.write(disk, file, png(thumbnail));
      trim(own);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("A thumbnail could not be kept: {}", e.getMessage());
    }
  }

  private static byte[] png(Pixels pixels) throws IOException {
    int width = pixels.width();
    BufferedImage image = new BufferedImage(width, pixels.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, pixels.height(), pixels.argb(), 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("this Java cannot write PNG");
      }
    }
    return bytes.toByteArray();
  }

  private void trim(Path own) throws IOException {
    try (Stream<Path> found = Files.list(own)) {
      // Names are random, so that the order by name deletes no image's neighbours together.
      List<Path> files = found.sorted(Comparator.naturalOrder()).toList();
      for (Path file : files.subList(0, Math.max(0, files.size() - MOST_IN_FOLDER))) {
        disk.deleteIfExists(file);
      }
    }
  }
}
