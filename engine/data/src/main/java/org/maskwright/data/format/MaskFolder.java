package org.maskwright.data.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.MaskPng;

/** What lies in a folder of masks or images, by name. */
public final class MaskFolder {

  private static final Set<String> IMAGES =
      Set.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".gif");

  private MaskFolder() {}

  /** All files with this ending below a folder, sorted; folders within it are searched too. */
  public static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> lower(file).endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> RelativePath.of(folder, file)))
          .toList();
    }
  }

  /** Images below a folder by their relative path without the ending. */
  public static Map<String, Path> imagesByStem(Path folder, Findings findings) throws IOException {
    Map<String, Path> images = new HashMap<>();
    if (!Files.isDirectory(folder)) {
      return images;
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    for (Path file : files) {
      DatasetItem item = new DatasetItem(RelativePath.of(folder, file), "", file);
      if (IMAGES.contains(item.ending().toLowerCase(Locale.ROOT))
          && images.putIfAbsent(item.stem(), file) != null) {
        findings.add(CommonFinding.DUPLICATE_NAME, item.path());
      }
    }
    return images;
  }

  /** Writes a mask, with the folders that lead to it. */
  public static void write(Path file, IndexedImage mask) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      MaskPng.write(out, mask);
    }
  }

  private static String lower(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
