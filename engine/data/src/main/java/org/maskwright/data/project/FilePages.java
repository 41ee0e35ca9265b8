package org.maskwright.data.project;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;

/** Which images a file holds: itself, or its pages. Only a file that changed is opened again. */
final class FilePages {

  private final Roots roots;
  private final Map<ImageId, FoundImage> files = new HashMap<>();
  private final Map<ImageId, Integer> counts = new HashMap<>();

  FilePages(Roots roots, Collection<IndexRow> known) {
    this.roots = roots;
    for (IndexRow row : known) {
      ImageId file = row.image().withPage(0);
      files.put(file, new FoundImage(file, row.entry().fileSize(), row.entry().fileModified()));
      counts.merge(file, row.image().page(), Math::max);
    }
  }

  List<ImageId> of(FoundImage file) throws IOException {
    if (!mayHavePages(file.image().path())) {
      return List.of(file.image());
    }
    int count =
        file.equals(files.get(file.image()))
            ? counts.getOrDefault(file.image(), 0)
            : count(file.image());
    return count == 0
        ? List.of(file.image())
        : IntStream.rangeClosed(1, count).mapToObj(file.image()::withPage).toList();
  }

  private static boolean mayHavePages(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return Stream.of(".tif", ".tiff").anyMatch(lower::endsWith);
  }

  /** The number of pages; 0 if the file is one image. */
  private int count(ImageId file) throws IOException {
    try {
      int pages = ImageProbe.pages(roots.file(file)).size();
      return pages == 1 ? 0 : pages;
    } catch (DataException e) {
      // The file is listed as it is, and says what is wrong when it is opened.
      return 0;
    }
  }
}
