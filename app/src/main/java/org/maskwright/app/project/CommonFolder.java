package org.maskwright.app.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deepest folder in which all of some files lie. */
final class CommonFolder {

  private CommonFolder() {}

  static Optional<Path> of(List<@Nullable Path> files) {
    Path common = null;
    for (Path file : files) {
      Path folder = file == null ? null : file.toAbsolutePath().normalize().getParent();
      common = common == null ? folder : shared(common, folder);
    }
    return Optional.ofNullable(common);
  }

  private static @Nullable Path shared(Path one, @Nullable Path other) {
    Path above = one;
    while (above != null && other != null && !other.startsWith(above)) {
      above = above.getParent();
    }
    return other == null ? one : above;
  }
}
