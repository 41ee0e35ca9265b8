package org.maskwright.data.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;

/**
 * What the images of a project are called outside of it: their path, with the root before it if the
 * project has several. The way back tries the whole path first, then less and less of it.
 */
final class ProjectNames {

  private final boolean severalRoots;
  private final Map<String, List<ImageId>> byKey = new HashMap<>();

  ProjectNames(Project project, List<ImageId> images) {
    severalRoots = project.roots().all().size() > 1;
    for (ImageId image : images) {
      DatasetItem item = new DatasetItem(path(image), "", null);
      put("path:" + item.path(), image);
      put("path:" + image, image);
      put("stem:" + item.stem(), image);
      put("name:" + item.stem().substring(item.stem().lastIndexOf('/') + 1), image);
    }
  }

  private void put(String key, ImageId image) {
    List<ImageId> images = byKey.computeIfAbsent(folded(key), k -> new ArrayList<>());
    if (!images.contains(image)) {
      images.add(image);
    }
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /** The path under which an image is known outside of the project. */
  String path(ImageId image) {
    String text = image.toString();
    return severalRoots ? text : text.substring(image.root().length() + 1);
  }

  /** The images that an item may be: none, the one, or several that its name fits equally well. */
  List<ImageId> find(DatasetItem item) {
    String stem = item.stem();
    List<String> keys =
        List.of(
            "path:" + item.path(),
            "stem:" + stem,
            "name:" + stem.substring(stem.lastIndexOf('/') + 1));
    for (String key : keys) {
      List<ImageId> found = byKey.getOrDefault(folded(key), List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
