package org.maskwright.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** Folders as zip files: packed so that the same files give the same bytes, unpacked on guard. */
public final class ZipFolder {

  /** The earliest date that a zip file can state: what is packed again is the same. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int MAX_ENTRIES = 2_000_000;

  /** What may come out of any file, and beyond that how much more than went in. */
  private static final long FREE_BYTES = 256L << 20;

  private static final long MAX_RATIO = 200;

  private ZipFolder() {}

  /** Packs all files below a folder, sorted by name. The stream is closed. */
  public static void pack(Path folder, OutputStream out, Progress progress) throws IOException {
    List<Path> files = files(folder);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (int i = 0; i < files.size(); i++) {
        progress.checkCancelled();
        progress.report("pack", i, files.size());
        ZipEntry entry = new ZipEntry(RelativePath.of(folder, files.get(i)));
        entry.setTimeLocal(EARLIEST);
        zip.putNextEntry(entry);
        Files.copy(files.get(i), zip);
        zip.closeEntry();
      }
    }
  }

  /** All files below a folder, sorted by their relative names. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> RelativePath.of(folder, file)))
          .toList();
    }
  }

  /** Unpacks into an empty folder. Whatever the file claims, nothing lands outside of it. */
  public static void unpack(Path file, Path folder, Progress progress) throws IOException {
    long allowed = FREE_BYTES + Files.size(file) * MAX_RATIO;
    allowed = Math.min(allowed, Files.getFileStore(folder).getUsableSpace());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw DataException.of(FormatProblem.TOO_MANY, file, MAX_ENTRIES, "entries");
      }
      long written = 0;
      int done = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        progress.checkCancelled();
        progress.report("unpack", done++, zip.size());
        if (!entry.isDirectory()) {
          Path target = folder.resolve(RelativePath.check(entry.getName(), file));
          try (InputStream content = zip.getInputStream(entry)) {
            written += copy(content, target, allowed - written, file);
          }
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  /**
   * Unpacks a zip file as every reader does and compares it with the folder that was packed.
   *
   * @param scratch an empty folder to unpack into
   */
  static void verify(Path file, Path folder, Path scratch, Progress progress) throws IOException {
    unpack(file, scratch, progress);
    List<String> packed = names(folder);
    if (!names(scratch).equals(packed)) {
      throw DataException.of(FormatProblem.ZIP_NOT_VERIFIED, file, "its list of files");
    }
    for (String name : packed) {
      progress.checkCancelled();
      if (Files.mismatch(folder.resolve(name), scratch.resolve(name)) >= 0) {
        throw DataException.of(FormatProblem.ZIP_NOT_VERIFIED, file, name);
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    return files(folder).stream().map(file -> RelativePath.of(folder, file)).toList();
  }

  private static long copy(InputStream content, Path target, long allowed, Path file)
      throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out =
        Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        written += count;
        if (written > allowed) {
          throw DataException.of(FormatProblem.ZIP_BOMB, file, allowed);
        }
        out.write(buffer, 0, count);
      }
    } catch (FileAlreadyExistsException e) {
      throw damaged(file, e);
    }
    return written;
  }

  private static DataException damaged(Path file, Exception cause) {
    String what = String.valueOf(cause.getMessage());
    return new DataException(
        DataException.of(FormatProblem.ZIP_DAMAGED, file, what).problem(), cause);
  }
}
