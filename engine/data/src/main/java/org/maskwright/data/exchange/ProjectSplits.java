package org.maskwright.data.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitProblem;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;

/**
 * Which split each image of a project is in: by the revision that counts or, where none was drawn,
 * by the lists that came with the images.
 */
final class ProjectSplits {

  private final Map<ImageId, Split> splits;

  private ProjectSplits(Map<ImageId, Split> splits) {
    this.splits = splits;
  }

  /**
   * The splits of a project whose images are listed already, for this filter.
   *
   * @throws DataException if the filter asks for a split that there cannot be, or for one in a
   *     project that was never split
   */
  static ProjectSplits of(Project project, ImageFilter filter) throws IOException {
    checkNames(filter);
    Splits revisions = new Splits(project);
    Optional<SplitRevision> current = revisions.current();
    Map<ImageId, Split> splits = current.isPresent() ? current.get().images() : revisions.given();
    boolean asked = filter.splits().stream().anyMatch(name -> !name.equals(ImageFilter.NO_SPLIT));
    if (splits.isEmpty() && asked) {
      throw DataException.of(SplitProblem.NO_REVISION, project.folder().home());
    }
    return new ProjectSplits(splits);
  }

  private static void checkNames(ImageFilter filter) throws DataException {
    List<String> known = new ArrayList<>(Stream.of(Split.values()).map(Split::id).toList());
    known.add(ImageFilter.NO_SPLIT);
    for (String name : filter.splits().stream().sorted().toList()) {
      if (!known.contains(name)) {
        throw DataException.of(SplitProblem.UNKNOWN, name, String.join(", ", known));
      }
    }
  }

  /** The split's name in files; empty if the image is in none. */
  String of(ImageId image) {
    Split split = splits.get(image);
    return split == null ? "" : split.id();
  }
}
