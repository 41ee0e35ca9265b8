package org.maskwright.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Libraries as they lie in an installed program: each jar once, without native code, and beside
 * them this platform's native code as plain files, so that nothing is unpacked into anybody's home.
 */
final class Libraries {

  /** What the loader would make in the home on its first start: the same library once more. */
  private static final String ALIASED = "openblas";

  private static final String ALIAS = "openblas_nolapack";

  private final Path folder;
  private final Platform platform;

  Libraries(Path folder, Platform platform) {
    this.folder = folder;
    this.platform = platform;
  }

  /** Takes over the jars of a class path; the result are their names. */
  List<String> take(Path classPath) throws IOException {
    Files.createDirectories(folder);
    List<Path> jars;
    try (Stream<Path> found = Files.list(classPath)) {
      jars = found.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      Path target = folder.resolve(nameOf(jar));
      if (!Files.exists(target)) {
        take(jar, target);
      }
    }
    return jars.stream().map(Libraries::nameOf).toList();
  }

  /** Gives a library its second name, in an image; a copy where the system has no links. */
  static void alias(Path image) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.walk(image)) {
      found =
          files
              .filter(file -> nameOf(file).matches("(lib)?" + ALIASED + "\\.(so|dll|\\d).*"))
              .toList();
    }
    for (Path file : found) {
      Path alias = file.resolveSibling(nameOf(file).replace(ALIASED, ALIAS));
      try {
        Files.createSymbolicLink(alias, file.getFileName());
      } catch (IOException | UnsupportedOperationException e) {
        Files.copy(file, alias);
      }
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void take(Path jar, Path target) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        switch (platform.fate(entry.getName())) {
          case STAYS -> copy(from, entry, to);
          case IS_UNPACKED -> unpack(from, entry);
          case IS_LEFT_OUT -> {}
        }
      }
    }
  }

  private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setTime(entry.getTime());
    to.putNextEntry(copy);
    try (InputStream in = from.getInputStream(entry)) {
      in.transferTo(to);
    }
    to.closeEntry();
  }

  /** Into one flat folder, where every loader looks; the same name has to mean the same. */
  private void unpack(ZipFile from, ZipEntry entry) throws IOException {
    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    Path file = folder.resolve(name);
    byte[] bytes;
    try (InputStream in = from.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    if (Files.exists(file) && !Arrays.equals(bytes, Files.readAllBytes(file))) {
      throw new IOException(
          name + " is there twice, with different content; one is in " + from.getName());
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes);
    }
  }
}
