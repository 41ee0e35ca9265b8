package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** The place of an export: nothing is there until everything is. */
final class ExportTarget {

  private final Path target;
  private final boolean replace;

  ExportTarget(Path target, boolean replace) {
    this.target = target.toAbsolutePath().normalize();
    this.replace = replace;
  }

  private boolean isZip() {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Refuses a place where something lies that may not be, or must not be, replaced. */
  void check() throws IOException {
    if (!Files.exists(target) || isEmptyFolder()) {
      return;
    }
    if (!replace) {
      throw DataException.of(FormatProblem.TARGET_EXISTS, target);
    }
    if (!isExport()) {
      throw DataException.of(FormatProblem.TARGET_FOREIGN, target);
    }
  }

  private boolean isEmptyFolder() throws IOException {
    if (!Files.isDirectory(target)) {
      return false;
    }
    try (Stream<Path> content = Files.list(target)) {
      return content.findAny().isEmpty();
    }
  }

  private boolean isExport() throws IOException {
    if (!isZip()) {
      return Files.isRegularFile(target.resolve(ExportManifest.FILE));
    }
    try (ZipFile zip = new ZipFile(target.toFile())) {
      return zip.getEntry(ExportManifest.FILE) != null;
    } catch (ZipException e) {
      return false;
    }
  }

  /** An empty folder beside the target, for what is not finished. */
  Path begin() throws IOException {
    Files.createDirectories(parent());
    Path folder = beside(".unfinished");
    FolderTree.delete(folder);
    return Files.createDirectory(folder);
  }

  /** Puts the finished folder in its place. */
  void finish(Path folder, Progress progress) throws IOException {
    if (isZip()) {
      finishZip(folder, progress);
      return;
    }
    Path old = beside(".old");
    if (Files.exists(target)) {
      FolderTree.delete(old);
      Files.move(target, old);
    }
    Files.move(folder, target);
    RealDisk.INSTANCE.syncFolder(parent());
    FolderTree.delete(old);
  }

  /** The zip file counts only once it has been unpacked again and found to hold everything. */
  private void finishZip(Path folder, Progress progress) throws IOException {
    Path packed = beside(".packed");
    Path unpacked = beside(".unpacked");
    try {
      AtomicFile.write(RealDisk.INSTANCE, packed, out -> ZipFolder.pack(folder, out, progress));
      FolderTree.delete(unpacked);
      ZipFolder.verify(packed, folder, Files.createDirectory(unpacked), progress);
      RealDisk.INSTANCE.replace(packed, target);
      RealDisk.INSTANCE.syncFolder(parent());
    } finally {
      Files.deleteIfExists(packed);
      FolderTree.delete(unpacked);
    }
  }

  private Path parent() {
    return Objects.requireNonNull(target.getParent(), "an export has a folder around it");
  }

  private Path beside(String ending) {
    return parent().resolve("." + target.getFileName() + ending);
  }
}
