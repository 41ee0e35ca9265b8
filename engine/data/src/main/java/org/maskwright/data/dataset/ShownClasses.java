package org.maskwright.data.dataset;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/** Which classes each labelled image of a project shows. */
public final class ShownClasses {

  private static final String PHASE = "classes";

  private ShownClasses() {}

  /** Proposals do not count: nobody has agreed to them. A mask that can't be read shows nothing. */
  public static Map<ImageId, Set<Integer>> of(
      Project project, Collection<ImageEntry> images, Progress progress) throws IOException {
    Map<ImageId, Set<Integer>> shown = new HashMap<>();
    long done = 0;
    for (ImageEntry entry : images) {
      progress.checkCancelled();
      progress.report(PHASE, done++, images.size());
      if (entry.state() != ImageState.UNTOUCHED && entry.state() != ImageState.PROPOSED) {
        read(project, entry.image())
            .ifPresent(mask -> shown.put(entry.image(), classes(project, mask)));
      }
    }
    progress.report(PHASE, done, images.size());
    return shown;
  }

  private static Optional<LabelMask> read(Project project, ImageId image) throws IOException {
    try {
      return project.masks().read(image);
    } catch (DataException e) {
      // Whoever checks the project is told what is wrong with the mask; a draw goes on without it.
      return Optional.empty();
    }
  }

  private static Set<Integer> classes(Project project, LabelMask mask) {
    Set<Integer> classes = new TreeSet<>();
    long[] histogram = mask.histogram();
    for (int value = 0; value < LabelMask.IGNORE; value++) {
      if (histogram[value] > 0) {
        classes.add(project.scheme().resolve(value));
      }
    }
    return classes;
  }
}
