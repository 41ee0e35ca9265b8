package org.maskwright.data.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;

/** The lists that came with images in the VOC layout: they are kept, not drawn anew. */
final class GivenLists {

  private static final List<Split> LISTED = List.of(Split.TRAIN, Split.VAL, Split.TEST);
  private static final long MAX_BYTES = 64 << 20;

  private GivenLists() {}

  /** The split of each image that a list names; empty where no lists are. */
  static SortedMap<ImageId, Split> read(List<ImageRoot> roots, Collection<ImageId> images)
      throws IOException {
    SortedMap<ImageId, Split> given = new TreeMap<>();
    for (ImageRoot root : roots) {
      Path folder = root.folder().resolveSibling("ImageSets").resolve("Segmentation");
      if (root.givenMasks().isPresent() && Files.isDirectory(folder)) {
        read(folder, byStem(root, images), given);
      }
    }
    return given;
  }

  private static Map<String, ImageId> byStem(ImageRoot root, Collection<ImageId> images) {
    Map<String, ImageId> byStem = new HashMap<>();
    for (ImageId image : images) {
      int dot = image.path().lastIndexOf('.');
      if (image.root().equals(root.name()) && dot > 0) {
        byStem.put(image.path().substring(0, dot), image);
      }
    }
    return byStem;
  }

  private static void read(
      Path folder, Map<String, ImageId> byStem, SortedMap<ImageId, Split> given)
      throws IOException {
    for (Split split : LISTED) {
      Path list = folder.resolve(split.id() + ".txt");
      if (!Files.isRegularFile(list) || Files.size(list) > MAX_BYTES) {
        continue;
      }
      String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
      for (String line : text.lines().map(String::strip).toList()) {
        ImageId image = byStem.get(line);
        if (image != null && given.getOrDefault(image, split) != split) {
          throw DataException.of(SplitProblem.TWICE, list, line);
        }
        if (image != null) {
          given.put(image, split);
        }
      }
    }
  }
}
